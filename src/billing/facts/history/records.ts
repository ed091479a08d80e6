import type { ProfileChange } from '../../../model/profile.ts';
import type { BillingDocument } from '../../document.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { checkSnapshots } from '../../snapshot/check-snapshots.ts';
import type { SnapshotFact } from '../../snapshot/fact.ts';
import type { RecordFault } from './fault.ts';
import { historicTags } from './historic-tags.ts';
import { lateRates } from './late-rates.ts';

/** What the change does that history does not bear. */
export function historyFaults(
  { base, head, changes, now }: Sides,
  touched: readonly BillingDocument[],
): readonly RecordFault[] {
  return [
    ...recordFaults(base, head, touched, now),
    ...lateRates(base, head, changes, now),
    ...historicTags(base, head, now),
  ];
}

interface Sides {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly changes: readonly ProfileChange[];
  /** Instant in UTC. */
  readonly now: string;
}

/**
 * The faults that the change brings: those of files that it touches, and those that the base does not have. Files of the
 * record that cannot be read are diagnostics.
 */
function recordFaults(
  base: Catalogue,
  head: Catalogue,
  touched: readonly BillingDocument[],
  now: string,
): readonly RecordFault[] {
  const files = new Set(touched.map(({ file }) => file));
  const standing = new Set(checkSnapshots(base, base).map(keyOf));
  return checkSnapshots(base, head, now).filter(
    (fact) =>
      !fact.problem.endsWith('-unreadable') && (files.has(fact.source.file) || !standing.has(keyOf(fact))),
  );
}

/** Lines move, and what is wrong stays. */
function keyOf({ problem, version, message }: SnapshotFact): string {
  return `${problem} ${version} ${message}`;
}
