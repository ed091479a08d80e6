import type { LoadedConfig } from '../../config/load.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';
import { textReader } from './text.ts';

/** What was found on one side, and the tree that it was found in. */
export interface Found {
  readonly tree: Tree;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The diagnostics of a comparison. An error that stands at the base too, at the same text and as often, was not brought
 * by the change, and one that stands only at the base is mended by it: both are warnings, since the difference may be
 * incomplete. When the head has more of the same, nobody can tell which are new: all of them are errors.
 * So is what was not evaluated because a side grew too large: nobody can tell what it hides. A tree that is held against itself
 * is no change: its errors stay errors.
 */
export function bothSides(base: Found, head: Found): readonly Diagnostic[] {
  if (base.tree === head.tree) return head.diagnostics;
  const before = tally(base);
  const after = tally(head);
  const isOld = (name: string): boolean => (after.get(name) ?? 0) <= (before.get(name) ?? 0);
  const isNew = ({ code }: Diagnostic): boolean => code === 'check-limit';
  const nameOf = namer(head.tree);
  const said = new Set(head.diagnostics.map(saying));
  return [
    ...head.diagnostics.map((found) => (isOld(nameOf(found)) && !isNew(found) ? standing(found) : found)),
    ...base.diagnostics
      .filter((found) => found.severity === 'error' && !said.has(saying(found)))
      .map((found) => atBase(warning(found))),
  ];
}

/**
 * The diagnostics of the configurations. Errors stay errors on both sides: the gate cannot judge by what it
 * cannot read at the base, and what is broken at the head would break the gate when merged. By a sound head the gate
 * can judge: then those of the base are warnings.
 */
export function configDiagnostics(
  base: LoadedConfig,
  head: LoadedConfig,
  judgedBy: 'base' | 'head',
): readonly Diagnostic[] {
  const after = new Set(head.diagnostics.map(saying));
  const onlyBase = base.diagnostics.filter((found) => !after.has(saying(found))).map(atBase);
  const isMended = judgedBy === 'head' && head.state === 'sound';
  return [...head.diagnostics, ...(isMended ? onlyBase.map(warning) : onlyBase)];
}

/** Errors first, then by file and line: the order in which they are shown. Each is there once. */
export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...unique.values()].sort(
    (a, b) =>
      byCodePoint(a.severity, b.severity) ||
      byCodePoint(a.source?.file ?? '', b.source?.file ?? '') ||
      (a.source?.start.line ?? 0) - (b.source?.start.line ?? 0) ||
      (a.source?.start.column ?? 0) - (b.source?.start.column ?? 0) ||
      byCodePoint(a.message, b.message),
  );
}

/**
 * Of one kind in one file only the first, and how many more there are, at the place of the next: a generated file can have
 * thousands. For diagnostics that are sorted; they stay so.
 */
export function shortened(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const kindOf = ({ severity, code, source }: Diagnostic): string =>
    `${severity} ${code} ${source?.file ?? ''}`;
  const withCount = diagnostics.map((found) => {
    const count = (counts.get(kindOf(found)) ?? 0) + 1;
    counts.set(kindOf(found), count);
    return { found, count };
  });
  return withCount.flatMap(({ found, count }) => {
    const more = (counts.get(kindOf(found)) ?? 0) - MOST_OF_A_KIND;
    if (found.source === undefined || count <= MOST_OF_A_KIND || more === 1) return [found];
    if (count > MOST_OF_A_KIND + 1) return [];
    const { severity, code, source } = found;
    return [{ severity, code, source, message: `${more} more of this kind in this file, from here on.` }];
  });
}

/** Diagnostics of one kind that are listed of a file. */
const MOST_OF_A_KIND = 20;

function standing(diagnostic: Diagnostic): Diagnostic {
  return { ...warning(diagnostic), standing: true };
}

function warning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning' };
}

function atBase(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, message: `At the base: ${diagnostic.message}` };
}

/** How often each diagnostic is there. */
function tally({ tree, diagnostics }: Found): ReadonlyMap<string, number> {
  const nameOf = namer(tree);
  const counts = new Map<string, number>();
  for (const name of diagnostics.map(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * What a diagnostic says, and of which text. Without the line: what stood there before may have moved. Of a file that
 * we do not read, or not to its end, all of it counts: others may read what is hidden here.
 */
function namer(tree: Tree): (diagnostic: Diagnostic) => string {
  const textOf = textReader(tree);
  return (found) => {
    const { code, source } = found;
    if (source === undefined) return saying(found);
    const hidesMore = code === 'unreadable-file' || code === 'hcl-limit';
    return `${saying(found)}\0${hidesMore ? (tree.blobId(source.file) ?? '') : textOf(source)}`;
  };
}

function saying({ code, message, source }: Diagnostic): string {
  return [code, source?.file ?? '', message].join('\0');
}
