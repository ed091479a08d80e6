import { decimal } from '../../lib/decimal.ts';
import { normalUnit } from '../unit.ts';
import type { ListedRate } from './port.ts';
import type { RowMatch } from './rules/row.ts';

/** The price of a row, as the list writes it. */
export interface RowPrice {
  readonly region: string;
  /** The list's own word, such as `Hrs`, `10K` or `1 GB/Month`. */
  readonly unit: string;
  readonly price: string;
  /** Lower bound of the tier, in that unit. */
  readonly from: string;
  readonly currency: string;
  readonly sku: string;
}

/** A plain decimal that is not negative; lists write prices with up to 14 places. */
const AMOUNT = /^\d{1,18}(?:\.\d{1,24})?$/;

/** The rate of a row that a rule took, for one unit of the book; or a reason, in a few words, why the row gives none. */
export function rateOf(match: RowMatch, row: RowPrice): ListedRate | string {
  if (row.currency !== 'USD') return 'the price is not in USD';
  if (!AMOUNT.test(row.price) || !AMOUNT.test(row.from)) return 'the price is no plain decimal';
  const per = match.listed === row.unit ? 1 : unitsIn(row.unit, match.unit);
  if (per === undefined) return `${match.service}: the unit is ${row.unit} and not ${match.unit}`;
  return {
    service: match.service,
    ...(match.option === undefined ? {} : { option: match.option }),
    region: match.region ?? row.region,
    key: match.key,
    unit: match.unit,
    from: decimal(row.from).times(decimal(per)).toFixed(),
    price: decimal(row.price).div(decimal(per)).toFixed(),
    currency: row.currency,
    sku: row.sku,
  };
}

function unitsIn(listed: string, wanted: string): number | undefined {
  const found = normalUnit(listed);
  return found?.unit === wanted ? found.per : undefined;
}
