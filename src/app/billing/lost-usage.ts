import type { AggregationPlan, UsageAggregate } from '../../model/billing/usage.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { count } from '../../model/money-text.ts';
import type { Tree } from '../../tree/tree.ts';
import { editedUsage } from './edited-usage.ts';
import { isUsagePath, recordedUsage } from './recorded-usage.ts';

/** Two sides of a repository with recorded usage. */
export interface UsageSides {
  readonly base: Tree;
  readonly head: Tree;
  readonly globs: readonly string[];
  readonly until: string;
}

/** Whether a change touches recorded usage, or what its sidecars say of it. */
export function isUsageTouched({ base, head, globs }: UsageSides): boolean {
  return changedFiles(base, head).some((path) => isUsagePath(path.replace(/\.meta\.yaml$/, ''), globs));
}

/**
 * A warning that the configuration of the head does not name recorded usage any more that is still there. It is not judged by that
 * configuration itself. `atHead` are its globs; null: it cannot be read, which is said elsewhere.
 */
export function unnamedUsage(
  { base, head, globs }: UsageSides,
  atHead: readonly string[] | null,
): readonly Diagnostic[] {
  if (atHead === null) return [];
  const left = base.paths.filter(
    (path) => isUsagePath(path, globs) && isThere(head, path) && !isUsagePath(path, atHead),
  );
  const [first, ...others] = left;
  if (first === undefined) return [];
  const what = others.length === 0 ? first : `${first} and ${count(others.length)} more`;
  return [
    warning(first, `"billing.usage" does not name ${what} any more, which is recorded usage: ${LATER}`),
  ];
}

/**
 * Warnings that a change deletes or edits recorded usage, makes it unreadable, or leaves fewer rows of it that can be taken. It is not
 * judged by that usage itself, but whatever comes after it is. `before` is the usage of the base; null when none could be read.
 */
export async function lostUsage(
  sides: UsageSides,
  plan: AggregationPlan,
  before: UsageAggregate | null,
): Promise<readonly Diagnostic[]> {
  const { base, head, globs, until } = sides;
  const recorded = base.paths.filter((path) => isUsagePath(path, globs));
  const deleted = recorded
    .filter((path) => !isThere(head, path))
    .map((path) => warning(path, `${path} is deleted, and is recorded usage: ${LATER}`));
  if (!head.paths.some((path) => isUsagePath(path, globs))) return deleted;
  const after = await recordedUsage({ files: [], tree: head, globs, until }, plan);
  if (after.usage === null)
    return [...deleted, ...after.diagnostics.map((found) => ({ ...found, code: 'usage-lost' }))];
  const [taken, was] = [after.usage.counts.accepted, before?.counts.accepted ?? 0];
  if (taken < was) {
    const rows = `${count(taken)} rows of the recorded usage can be taken with this change, and ${count(was)} before`;
    return [...deleted, warning(after.usage.origin.files[0] ?? '', `${rows}: ${LATER}`)];
  }
  // What was none before is not lost by an edit.
  const edited = before === null ? [] : editedUsage(base, head, recorded);
  return [...deleted, ...edited.map(({ path, what }) => warning(path, `${what}: ${LATER}`))];
}

const LATER = 'changes of prices that come later are judged by what is left.';

function changedFiles(base: Tree, head: Tree): readonly string[] {
  return [base, head].flatMap(({ paths }) => paths.filter((path) => base.blobId(path) !== head.blobId(path)));
}

function isThere(tree: Tree, path: string): boolean {
  return tree.blobId(path) !== undefined || tree.unreadable(path) !== undefined;
}

function warning(file: string, message: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'warning',
    code: 'usage-lost',
    message,
    source: { file, start, end: start },
    hint: 'Keep the usage, or see to it that what replaces it is whole.',
  };
}
