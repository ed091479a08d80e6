import type { SourceRange } from '../../model/source.ts';

/** What is wrong with the record of published versions. */
export type SnapshotProblem =
  /** Since the base: what was kept is another, or gone. */
  | 'snapshot-edited'
  | 'snapshot-deleted'
  | 'lock-edited'
  | 'lock-deleted'
  /** At head: the record is incomplete, or its parts disagree. */
  | 'snapshot-missing'
  | 'snapshot-unfounded'
  | 'snapshot-mismatch'
  | 'snapshot-unreadable'
  | 'lock-missing'
  | 'lock-mismatch'
  | 'lock-unreadable'
  | 'rollout-outdated'
  /** Of versions one after another. */
  | 'window-gap'
  | 'window-overlap'
  | 'version-order'
  | 'supersedes-broken'
  | 'id-reused';

export interface SnapshotFact {
  readonly problem: SnapshotProblem;
  /** `id@version`, or the path of a file that cannot be read. */
  readonly version: string;
  readonly message: string;
  /** The way out. */
  readonly hint: string;
  readonly source: SourceRange;
}

/** The begin of a file, for what has no line of its own. */
export function startOf(file: string): SourceRange {
  const start = { line: 1, column: 1 };
  return { file, start, end: start };
}
