import type { Price, Range } from '../../model/cost.ts';
import { money, quantity } from '../../model/money-text.ts';
import { isExact } from '../money.ts';

/** `730 hours`, `20 (10 – 40) GB-month`. */
export function quantityText(range: Range, unit: string): string {
  const spread = isExact(range) ? '' : ` (${quantity(range.low)} – ${quantity(range.high)})`;
  return `${quantity(range.likely)}${spread} ${unit}`;
}

/** `$0.096 per hour`, with all digits that the book has, so that the amounts can be reckoned again; with tiers, the first one's price and how many there are. */
export function priceText(price: Price): string {
  const [first] = price.tiers;
  if (first === undefined) return 'unknown';
  const tiers = price.tiers.length > 1 ? `, first of ${price.tiers.length} tiers` : '';
  return `${money(first.price, price.currency, { exact: true })} per ${price.unit}${tiers}`;
}
