import { nodeAt, textOf } from '../../../config/yaml/access.ts';
import type { ProfileChange } from '../../../model/profile.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { lockKey } from '../../snapshot/snapshot.ts';
import { daysSince } from '../days.ts';
import { latest } from '../discounts/common.ts';
import { placeIn, subjectOf, type Subject } from '../subject.ts';
import { writtenReferences } from '../written-references.ts';

/** How long ago a tax table was last written. */
export interface TableAge extends Subject {
  /** The later of its publication in the lock file and its effective date; null: nobody says. */
  readonly date: string | null;
  readonly ageDays: number | null;
  readonly source: SourceRange;
}

/** The tables that touched files are, or that profiles refer to by what the change writes. */
export function tableAges(
  head: Catalogue,
  changes: readonly ProfileChange[],
  touched: readonly BillingDocument[],
  now: string,
): readonly TableAge[] {
  const used = new Set(writtenReferences('taxes', head.documents, changes));
  return head.documents
    .filter((table) => table.kind === 'TaxTable' && (used.has(table.id) || touched.includes(table)))
    .map((table) => {
      const { kind, id, version, root } = table;
      const key = lockKey({ kind: kind as 'TaxTable', id, version: version ?? '' });
      const published = head.lock.get(key)?.publishedAt ?? null;
      const date = latest(published, textOf(nodeAt(root, 'effective', 'from')) ?? null);
      const ageDays = date === null ? null : daysSince(date, now);
      return { ...subjectOf(table), date, ageDays, source: placeIn(table, 'version') };
    });
}
