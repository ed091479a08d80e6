import type { Decimal } from '../../../lib/decimal.ts';
import type { PriceOption } from '../../../model/cost.ts';
import type { LostTier, RateSink, RowProblem } from '../port.ts';
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
  readonly price: Decimal | RowProblem;
  readonly currency: string;
  readonly sku: string;
}

/** Gives on what the rules make of a row: rates of the book, or the reasons why there are none. Nothing for a row that no rule takes. */
export function giveRow(rules: RuleSet, row: PricedRow, sink: RateSink): void {
  const { fields, option, region, currency, sku } = row;
  for (const match of rules.match(fields, option)) {
    const found = rateOf(match, row);
    const { service, key } = match;
    const place = {
      service,
      key,
      region: match.region ?? region,
      ...(option === undefined ? {} : { option }),
    };
    if ('problem' in found) leaveOut(found, key, place, sink);
    else sink.rate({ ...place, ...found, currency, sku });
  }
}

/** Tells the sink of a row that gives no price, with the tier that its key loses by it. */
export function leaveOut(
  { problem, loses }: RowProblem,
  example: string,
  place: Omit<LostTier, 'isBase'>,
  sink: RateSink,
): void {
  if (loses === 'nothing') sink.leftOut(problem, example);
  else sink.leftOut(problem, example, { ...place, isBase: loses === 'base' });
}

function rateOf(match: RowMatch, row: PricedRow): BookPrice {
  const { price, currency } = row;
  if ('problem' in price) return price;
  return currency === CURRENCY
    ? bookPrice(match, { ...row, price })
    : { problem: `the price is in "${currency}"` };
}
