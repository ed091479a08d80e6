import type { Decimal } from '../lib/decimal.ts';
import type { Range } from '../model/cost.ts';
import { money, type MoneyStyle } from '../model/money-text.ts';

/** A monthly difference such as `+$132.57/mo`. */
export function monthlyDelta(amount: Decimal, currency: string): string {
  return `${money(amount, currency, { signed: true })}/mo`;
}

/** The likely figure, and the range behind it where low and high differ: `+$20.00 (+$12.00 – $40.00)`. */
export function moneyRange(range: Range, currency: string, style: MoneyStyle = {}): string {
  const likely = money(range.likely, currency, style);
  return isExact(range) ? likely : `${likely} (${bounds(range, currency, style)})`;
}

/** Low to high, the smaller first: `+$12.00 – $40.00`, `-$5.00 – +$3.00`. */
export function bounds(range: Range, currency: string, style: MoneyStyle = {}): string {
  const [low, high] = range.low.gt(range.high) ? [range.high, range.low] : [range.low, range.high];
  const signBoth = low.lt('0');
  return `${money(low, currency, style)} – ${money(high, currency, { ...style, signed: style.signed === true && signBoth })}`;
}

/** True when low, likely and high are one figure. */
export function isExact(range: Range): boolean {
  return range.low.eq(range.likely) && range.high.eq(range.likely);
}
