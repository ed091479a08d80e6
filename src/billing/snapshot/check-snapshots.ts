import { byCodePoint } from '../../lib/order.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { chainFacts } from './chain-facts.ts';
import type { SnapshotFact } from './fact.ts';
import { recordFacts } from './record-facts.ts';
import { reusedIds } from './reused-ids.ts';
import { factsSinceBase } from './since-base.ts';
import { unfoundedSnapshots } from './unfounded.ts';

/**
 * All that is wrong with the record of published versions, and with their order; by place. `now` is an instant in UTC: without it no
 * way out is named that only what has not begun has.
 */
export function checkSnapshots(
  base: Catalogue,
  head: Catalogue,
  now: string | null = null,
): readonly SnapshotFact[] {
  const unfounded = new Set(unfoundedSnapshots(base, head));
  // What is to be taken out is no link of a chain that others must fit.
  const snapshots = head.snapshots.filter((snapshot) => !unfounded.has(snapshot));
  const facts = [
    ...factsSinceBase(base, head),
    ...recordFacts(head, base),
    ...chainFacts(base, { ...head, snapshots }, now),
    ...reusedIds(base, head),
  ];
  return facts.sort(
    (a, b) =>
      byCodePoint(a.source.file, b.source.file) ||
      a.source.start.line - b.source.start.line ||
      byCodePoint(a.version, b.version) ||
      byCodePoint(a.problem, b.problem),
  );
}
