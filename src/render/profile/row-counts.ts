import { type RatedUsage, unratedRows } from '../../model/billing/rated.ts';
import { count } from '../../model/money-text.ts';
import { plural } from '../plural.ts';

/** What became of all rows: `rows` is the sum of the others. */
export interface RowCounts {
  readonly rows: number;
  readonly rated: number;
  readonly deduplicated: number;
  readonly pooled: number;
  readonly rejected: Readonly<Record<string, number>>;
  /** Taken, and in no invoice. */
  readonly unrated: number;
}

export function rowCounts(rated: RatedUsage): RowCounts {
  const { rows, accepted, deduplicated, pooled, rejected } = rated.counts;
  const unrated = unratedRows(rated);
  return { rows, rated: accepted - unrated, deduplicated, pooled, rejected, unrated };
}

/** `1,000 rows = 984 rated + 4 deduplicated + 2 pooled + 6 rejected (4 unknown-sku, 2 late) + 4 unrated`. */
export function rowCountsText(counts: RowCounts): string {
  const { rows, rated, deduplicated, pooled, rejected, unrated } = counts;
  const reasons = Object.entries(rejected).filter(([, n]) => n > 0);
  const listed = reasons.map(([reason, n]) => `${count(n)} ${reason}`).join(', ');
  const refused = reasons.reduce((sum, [, n]) => sum + n, 0);
  return [
    `${plural(rows, 'row')} = ${count(rated)} rated`,
    `${count(deduplicated)} deduplicated`,
    `${count(pooled)} pooled`,
    `${count(refused)} rejected${listed === '' ? '' : ` (${listed})`}`,
    `${count(unrated)} unrated`,
  ].join(' + ');
}
