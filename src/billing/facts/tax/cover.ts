import { compareInstants } from '../../../lib/calendar.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Tax, Terms } from '../../../model/billing/terms.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import { taxRowOf } from '../../invoice/tax-row.ts';
import type { BoundCustomer, Catalogue } from '../../resolve/catalogue.ts';
import { latest } from '../discounts/common.ts';

/** A jurisdiction of bound customers and a category of what they are billed, and from when no rate is there. */
export interface TaxCover {
  /** `id@version` of the profile. */
  readonly reference: string;
  readonly table: string;
  readonly jurisdiction: string;
  readonly category: string;
  readonly customer: string;
  /** The first instant from the check on without a rate; null: there is one for all the time of the binding. */
  readonly missingFrom: string | null;
  /** Of the first binding. */
  readonly source: SourceRange;
}

/** Bindings of one profile and place are one fact: that of the first of them. By reference, jurisdiction and category. */
export function taxCovers(
  head: Catalogue,
  touched: readonly BillingDocument[],
  now: string,
): readonly TaxCover[] {
  const files = new Set(touched.map(({ file }) => file));
  const tables = new Set(touched.flatMap(({ kind, id }) => (kind === 'TaxTable' ? [id] : [])));
  const covers = new Map<string, TaxCover>();
  for (const bound of head.bindings) {
    const profile = head.profile(bound.binding.profile);
    const { jurisdiction } = bound.binding;
    if (profile === undefined || profile.terms.tax === null || jurisdiction === null) continue;
    const isTouched =
      files.has(bound.place.file) || files.has(profile.file) || tables.has(profile.terms.tax.id);
    if (!isTouched) continue;
    for (const category of new Set(profile.terms.skus.map(({ taxCategory }) => taxCategory))) {
      const cover = coverOf(bound, profile.terms, profile.terms.tax, jurisdiction, category, now);
      const key = `${cover.reference} ${jurisdiction} ${category}`;
      if ((covers.get(key)?.missingFrom ?? null) === null) covers.set(key, cover);
    }
  }
  return [...covers].sort(([a], [b]) => byCodePoint(a, b)).map(([, cover]) => cover);
}

function coverOf(
  { binding, place }: BoundCustomer,
  terms: Terms,
  tax: Tax,
  jurisdiction: string,
  category: string,
  now: string,
): TaxCover {
  const begin = [binding.from, terms.effective.from].reduce(latest, now) ?? now;
  const ends = tax.rows.flatMap(({ window: { to } }) => to ?? []);
  const isOver = (instant: string) => binding.to !== null && compareInstants(instant, binding.to) >= 0;
  // A rate can only stop where a row ends.
  const asked = [begin, ...ends.filter((end) => compareInstants(end, begin) > 0).sort(compareInstants)];
  const missing = asked.find(
    (instant) => !isOver(instant) && taxRowOf(tax, jurisdiction, category, Date.parse(instant)) === undefined,
  );
  return {
    ...{ reference: binding.profile, table: `${tax.id}@${tax.version}`, jurisdiction, category },
    ...{ customer: binding.id, missingFrom: missing ?? null, source: place },
  };
}
