import { byCodePoint } from '../../lib/order.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { chainFacts } from './chain-facts.ts';
import type { SnapshotFact } from './fact.ts';
import { recordFacts } from './record-facts.ts';
import { reusedIds } from './reused-ids.ts';
import { factsSinceBase } from './since-base.ts';

/** All that is wrong with the record of published versions, and with their order; by place. */
export function checkSnapshots(base: Catalogue, head: Catalogue): readonly SnapshotFact[] {
  const facts = [
    ...factsSinceBase(base, head),
    ...recordFacts(head, base),
    ...chainFacts(base, head),
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
