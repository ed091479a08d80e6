import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { checkSnapshots } from '../snapshot/check-snapshots.ts';
import type { SnapshotFact, SnapshotProblem } from '../snapshot/fact.ts';

/** What does not fit in the record of published versions, and in the order of versions. */
export interface RecordFault {
  readonly problem: SnapshotProblem;
  /** `id@version`. */
  readonly version: string;
  readonly message: string;
  readonly hint: string;
  readonly source: SourceRange;
}

/**
 * The faults that the change brings: those of files that it touches, and those that the base does not have. Files of the
 * record that cannot be read are diagnostics.
 */
export function recordFaults(
  base: Catalogue,
  head: Catalogue,
  touched: readonly BillingDocument[],
): readonly RecordFault[] {
  const files = new Set(touched.map(({ file }) => file));
  const standing = new Set(checkSnapshots(base, base).map(keyOf));
  return checkSnapshots(base, head).filter(
    (fact) =>
      !fact.problem.endsWith('-unreadable') && (files.has(fact.source.file) || !standing.has(keyOf(fact))),
  );
}

/** Lines move, and what is wrong stays. */
function keyOf({ problem, version, message }: SnapshotFact): string {
  return `${problem} ${version} ${message}`;
}
