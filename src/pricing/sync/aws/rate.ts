import { decimal } from '../../../lib/decimal.ts';
import type { ListedRate, RowProblem } from '../port.ts';
import { bookPrice } from '../rules/book-price.ts';
import type { RowMatch } from '../rules/row.ts';
import type { ReadField } from './offer.ts';

/** Plain decimals that are not negative; lists write prices with up to 14 places. */
const AMOUNT = /^\d{1,18}(?:\.\d{1,24})?$/;

/** The rate of a record that a rule took, in a region of the book; or why it gives none. */
export function rateOf(match: RowMatch, read: ReadField, region: string): ListedRate | RowProblem {
  const [price, from] = [read('priceperunit'), read('startingrange')];
  if (!AMOUNT.test(price) || !AMOUNT.test(from)) return { problem: 'the price is no plain decimal' };
  const found = bookPrice(match, { unit: read('unit'), price: decimal(price), from: decimal(from) });
  if ('problem' in found) return found;
  const { service, key, option } = match;
  return {
    service,
    ...(option === undefined ? {} : { option }),
    region: match.region ?? region,
    key,
    ...found,
    currency: read('currency'),
    sku: read('sku'),
  };
}
