import type { Decimal } from '../../../lib/decimal.ts';
import type { PriceOption } from '../../../model/cost.ts';
import type { RateSink } from '../port.ts';
import { type BookPrice, bookPrice } from './book-price.ts';
import type { ListRow, RowMatch } from './row.ts';
import type { RuleSet } from './rule-set.ts';

/** Of the prices that are asked for. */
export const CURRENCY = 'USD';

/** One tier of one price of a list, with the fields that rules may read. */
export interface PricedRow {
  readonly fields: ListRow;
  /** Left out for on demand. */
  readonly option?: PriceOption;
  readonly region: string;
  /** The list's words for the unit. */
  readonly unit: string;
  /** Lower bound of the tier, in the unit. */
  readonly from: Decimal;
  /** For one unit; a problem where that cannot be told of a row that a rule takes. */
  readonly price: Decimal | { readonly problem: string };
  readonly currency: string;
  readonly sku: string;
}

/** Gives on what the rules make of a row: rates of the book, or the reasons why there are none. Nothing for a row that no rule takes. */
export function giveRow(rules: RuleSet, row: PricedRow, sink: RateSink): void {
  const { fields, option, region, currency, sku } = row;
  for (const match of rules.match(fields, option)) {
    const found = rateOf(match, row);
    if ('problem' in found) {
      sink.leftOut(found.problem, match.key);
      continue;
    }
    const { service, key } = match;
    const place = match.region ?? region;
    sink.rate({
      service,
      key,
      region: place,
      ...(option === undefined ? {} : { option }),
      ...found,
      currency,
      sku,
    });
  }
}

function rateOf(match: RowMatch, row: PricedRow): BookPrice {
  const { price, currency } = row;
  if ('problem' in price) return price;
  return currency === CURRENCY
    ? bookPrice(match, { ...row, price })
    : { problem: `the price is in "${currency}"` };
}
