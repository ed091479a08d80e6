import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CheckResult } from '../../model/result.ts';
import { byCodePoint } from '../../lib/order.ts';
import { plural } from '../plural.ts';
import { type Cell, code, place, type Section } from './document.ts';

/**
 * Errors and doubts in what was read, one item each. Of those that the base has too, which nobody who reads the change has
 * to hear of, several of one kind are one item; `standingSection` lists them.
 */
export function doubtItems({ diagnostics }: CheckResult): Cell[] {
  const summed = repeated(diagnostics);
  return [
    ...diagnostics.filter((diagnostic) => !isSummed(diagnostic, summed)).map(doubtItem),
    ...[...summed].sort(([a], [b]) => byCodePoint(a, b)).map(([kind, count]) => sumItem(kind, count)),
  ];
}

/** The list of those that `doubtItems` only counts; null without any. */
export function standingSection({ diagnostics }: CheckResult): Section | null {
  const summed = repeated(diagnostics);
  const found = diagnostics.filter((diagnostic) => isSummed(diagnostic, summed));
  if (found.length === 0) return null;
  const items = found.map(doubtItem);
  return { title: `At the base too: ${plural(items.length, 'doubt')}`, blocks: [{ kind: 'list', items }] };
}

/** How often each kind stands at the base too, where that is more than once. */
function repeated(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code: kind, standing } of diagnostics) {
    if (standing === true) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}

function isSummed({ code: kind, standing }: Diagnostic, summed: ReadonlyMap<string, number>): boolean {
  return standing === true && summed.has(kind);
}

function sumItem(kind: string, count: number): Cell {
  return [`${count} warnings of one kind that the base has too (`, code(kind), ')'];
}

function doubtItem({ source, severity, message, hint, code: kind }: Diagnostic): Cell {
  return [
    ...(source === undefined ? [] : [place(source), ' ']),
    `${severity}: ${message}`,
    ...(hint === undefined ? [] : [` ${hint}`]),
    ' (',
    code(kind),
    ')',
  ];
}
