import type { Price, Range } from '../../model/cost.ts';
import { allDigits, money, quantity } from '../../model/money-text.ts';
import { isExact } from '../money.ts';

/** Tiers of a price that are written out; the others are counted. */
const MOST_TIERS = 4;

/** `730 hours`, `20 (10 – 40) GB-month`. */
export function quantityText(range: Range, unit: string): string {
  const spread = isExact(range) ? '' : ` (${quantity(range.low)} – ${quantity(range.high)})`;
  return `${quantity(range.likely)}${spread} ${unit}`;
}

/**
 * `$0.096 per hour`, with all digits that the book has, so that the amounts can be reckoned again. Of a price with tiers those that the
 * quantity reaches, each with its end: `$0.00 per IOPS-month to 3,000, then $0.005`. All of them where the quantity is not known.
 */
export function priceText({ tiers, currency, unit }: Price, used: Range | null): string {
  const reached = tiers.filter(({ from }, index) => index === 0 || used === null || used.high.gt(from));
  if (reached.length === 0) return 'unknown';
  const shown = reached.slice(0, MOST_TIERS).map(({ price }, index) => {
    const end = tiers[index + 1]?.from;
    const per = index === 0 ? ` per ${unit}` : '';
    return `${money(price, currency, { exact: true })}${per}${end === undefined ? '' : ` to ${allDigits(end)}`}`;
  });
  const more = reached.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more ${more === 1 ? 'tier' : 'tiers'}`] : [])].join(', then ');
}
