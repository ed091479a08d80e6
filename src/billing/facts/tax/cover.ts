import { compareInstants } from '../../../lib/calendar.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Tax } from '../../../model/billing/terms.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import { taxRowOf } from '../../invoice/tax-row.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { referenceTo } from '../../resolve/resolved-profile.ts';
import { versionsOfBinding, type VersionInForce } from '../../timeline/timeline.ts';
import { latest } from '../discounts/common.ts';
import { placeIn } from '../subject.ts';

/** A jurisdiction of bound customers and a category of what they are billed, and from when no rate is there. */
export interface TaxCover {
  /** `id@version` of the profile that is in force then. */
  readonly reference: string;
  readonly table: string;
  readonly jurisdiction: string;
  readonly category: string;
  readonly customer: string;
  /** The first instant from the check on without a rate; null: there is one for as long as the version is in force. */
  readonly missingFrom: string | null;
  /** Of the first binding, or of the table's name in a profile that the change touches alone. */
  readonly source: SourceRange;
}

/** By the versions in force from now on. Bindings of one version and place are one fact: that of the first of them. By reference, jurisdiction and category. */
export function taxCovers(
  head: Catalogue,
  touched: readonly BillingDocument[],
  now: string,
): readonly TaxCover[] {
  const files = new Set(touched.map(({ file }) => file));
  const tables = new Set(touched.flatMap(({ kind, id }) => (kind === 'TaxTable' ? [id] : [])));
  const covers = new Map<string, TaxCover>();
  for (const { binding, place } of head.bindings) {
    const { jurisdiction } = binding;
    for (const inForce of jurisdiction === null ? [] : versionsOfBinding(head, binding)) {
      const { terms, file, document } = inForce.profile;
      const isOwn = files.has(place.file);
      if (terms.tax === null || !(isOwn || files.has(file) || tables.has(terms.tax.id))) continue;
      // Who leaves the binding as it is has its fault in the profile.
      const source = !isOwn && document !== null && files.has(file) ? placeIn(document, 'taxes') : place;
      for (const category of new Set(terms.skus.map(({ taxCategory }) => taxCategory))) {
        const cover = { ...coverOf(inForce, terms.tax, jurisdiction ?? '', category, now), source };
        const key = `${cover.reference} ${cover.jurisdiction} ${category}`;
        if ((covers.get(key)?.missingFrom ?? null) === null) covers.set(key, cover);
      }
    }
  }
  return [...covers].sort(([a], [b]) => byCodePoint(a, b)).map(([, cover]) => cover);
}

function coverOf(
  { profile: { terms }, binding, from, to }: VersionInForce,
  tax: Tax,
  jurisdiction: string,
  category: string,
  now: string,
): Omit<TaxCover, 'source'> {
  const begin = latest(from, now) ?? now;
  const ends = tax.rows.flatMap(({ window: { to } }) => to ?? []);
  const isOver = (instant: string) => to !== null && compareInstants(instant, to) >= 0;
  // A rate can only stop where a row ends.
  const asked = [begin, ...ends.filter((end) => compareInstants(end, begin) > 0).sort(compareInstants)];
  const missing = asked.find(
    (instant) => !isOver(instant) && taxRowOf(tax, jurisdiction, category, Date.parse(instant)) === undefined,
  );
  return {
    ...{ reference: referenceTo(terms), table: `${tax.id}@${tax.version}`, jurisdiction, category },
    ...{ customer: binding.id, missingFrom: missing ?? null },
  };
}
