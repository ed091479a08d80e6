import type { Tax, TaxRow } from '../../model/billing/terms.ts';
import { spanOf } from './part.ts';

const indices = new WeakMap<Tax, Map<string, readonly TaxRow[]>>();

/**
 * The row that holds for a jurisdiction and category at an instant (epoch milliseconds): of the subdivision (ISO 3166-2),
 * else of its country. Undefined when there is none.
 */
export function taxRowOf(
  tax: Tax,
  jurisdiction: string,
  category: string,
  instant: number,
): TaxRow | undefined {
  let index = indices.get(tax);
  if (index === undefined) indices.set(tax, (index = new Map<string, readonly TaxRow[]>()));
  const key = `${jurisdiction} ${category}`;
  let rows = index.get(key);
  if (rows === undefined) {
    rows = rowsOf(tax, jurisdiction, category);
    index.set(key, rows);
  }
  return rows.find(({ window }) => {
    const { from, to } = spanOf(window);
    return instant >= from && instant < to;
  });
}

function rowsOf({ rows }: Tax, jurisdiction: string, category: string): readonly TaxRow[] {
  const [country = jurisdiction] = jurisdiction.split('-');
  const own = rows.filter((row) => row.category === category);
  const exact = own.filter((row) => row.jurisdiction === jurisdiction);
  return jurisdiction === country ? exact : [...exact, ...own.filter((row) => row.jurisdiction === country)];
}
