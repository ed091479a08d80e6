import type { CostLine } from '../../model/cost.ts';
import type { CheckResult } from '../../model/result.ts';
import { isUnpricedChange } from '../../model/unpriced-change.ts';
import { shownCost } from '../facts.ts';
import { plural } from '../plural.ts';
import { type Block, type Cell, code, type Inline, inlines, type List } from './document.ts';
import { paragraph, type Section } from './document.ts';
import { doubtItems } from './doubts.ts';
import { gapItems, gaps } from './gaps.ts';
import { type OfResource, resourceNames, sameInProjects } from './same-resources.ts';
import { unreadModules } from './unread-modules.ts';

/** All that is unknown: lines without a price, types, modules and repetitions that nobody can see into, unread input. */
export function unknownsSection(result: CheckResult): Section | null {
  const groups: readonly [string, Cell[]][] = [
    ['Cost lines of changed resources without a known price:', unpricedLines(result)],
    ['Changed resources of a type that is in no list:', unknownResources(result)],
    ['Figures per unit:', unitGaps(result)],
    ['Modules that were not read, whose resources are in no figure:', unreadModules(result)],
    ['Errors and doubts in what was read:', doubtItems(result)],
  ];
  const blocks = groups.flatMap(([title, items]): Block[] => (items.length === 0 ? [] : group(title, items)));
  const total = groups.reduce((n, [, items]) => n + items.length, 0);
  return blocks.length === 0 ? null : { title: `Unknown: ${plural(total, 'item')}`, blocks };
}

function group(title: string, items: Cell[]): [Block, List] {
  return [paragraph(title), { kind: 'list', items }];
}

function unpricedLines(result: CheckResult): Cell[] {
  const found = result.changes.filter(isUnpricedChange).flatMap(({ change, base, head }) => {
    const after = head?.lines.filter(isUnknown) ?? [];
    const before = base?.lines.filter(isUnknown) ?? [];
    const gone = before.filter((line) => !after.some((other) => sameGap(line, other)));
    const note = head === null ? '' : ' (before the change)';
    const { project, address } = change;
    return [...gaps(after, ''), ...gaps(gone, note)].map((gap) => ({ ...gap, project, address }));
  });
  return gapItems(result, found);
}

interface Said extends OfResource {
  readonly text: readonly Inline[];
}

/** What is said of resources, each behind their names. */
function named(result: CheckResult, said: readonly Said[]): Cell[] {
  const name = resourceNames(result);
  return sameInProjects(said, ({ text }) => text).map((group) => [
    ...inlines(name(group)),
    ...group.first.text,
  ]);
}

function isUnknown(line: CostLine): boolean {
  return line.evidence === 'D';
}

function sameGap(a: CostLine, b: CostLine): boolean {
  return a.component === b.component && a.reason === b.reason;
}

function unknownResources(result: CheckResult): Cell[] {
  const found = result.changes.filter(
    (entry) => isUnpricedChange(entry) && shownCost(entry)?.status === 'unknown-type',
  );
  return named(
    result,
    found.map(({ change: { project, address, type } }) => ({
      project,
      address,
      text: [' of type ', code(type)],
    })),
  );
}

function unitGaps(result: CheckResult): Cell[] {
  return result.units.flatMap((unit) => unit.missing.map((why) => `${unit.label}: ${why}`));
}
