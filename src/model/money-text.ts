import { minorDigits } from '../lib/currency.ts';
import { type Decimal, isZero } from '../lib/decimal.ts';

/** Rounding of shown figures: half away from zero. Stored figures are never rounded. */
const HALF_UP = 1;

/** Most decimals that a shown figure has. */
const MOST_DECIMALS = 12;

/** `signed` writes a plus before what is more than zero. */
export interface MoneyStyle {
  readonly signed?: boolean;
  /** Figures per unit: three significant digits below 1, instead of cents. */
  readonly fine?: boolean;
  /** All digits that there are, at least cents. */
  readonly exact?: boolean;
}

/**
 * An amount such as `$1,234.50`, `+$132.57`, `-$4.20`, `EUR 12.00`, `JPY 1,200`, with the decimals of its currency. What would round to zero but is not zero
 * is written as `<$0.01`, so a cost never looks like none.
 */
export function money(amount: Decimal, currency: string, style: MoneyStyle = {}): string {
  const sign = amount.s < 0 && !isZero(amount) ? '-' : style.signed === true && !isZero(amount) ? '+' : '';
  const symbol = currency === 'USD' ? '$' : `${currency} `;
  const digits = minorDigits(currency) ?? 2;
  if (style.exact === true)
    return sign + symbol + grouped(amount.abs().toFixed(Math.max(digits, decimalsOf(amount))));
  return sign + magnitude(amount.abs(), symbol, digits, style.fine === true);
}

/** A percentage such as `+33.1%` or `10%`; from 1,000 on without a decimal; `<0.1%` for what would round to zero. */
export function percent(value: Decimal, style: { readonly signed?: boolean } = {}): string {
  if (isZero(value)) return '0%';
  const sign = value.s < 0 ? '-' : style.signed === true ? '+' : '';
  const size = value.abs();
  if (size.lt('0.05')) return `${sign}<0.1%`;
  return `${sign}${grouped(trimmed(size.toFixed(size.lt('1000') ? 1 : 0, HALF_UP), 0))}%`;
}

/** A quantity such as `730` or `1,500,000` or `0.25`: grouped, at most three decimals or digits. */
export function quantity(value: Decimal): string {
  const sign = value.s < 0 && !isZero(value) ? '-' : '';
  const size = value.abs();
  return sign + grouped(trimmed(size.toFixed(Math.max(3, fineDecimals(size)), HALF_UP), 0));
}

/** A number with all its digits, its thousands grouped: what differs looks different. */
export function allDigits(value: Decimal): string {
  return grouped(value.toFixed());
}

/** A whole number with its thousands grouped. */
export function count(value: number): string {
  return grouped(String(value));
}

function magnitude(size: Decimal, symbol: string, digits: number, fine: boolean): string {
  const decimals = fine ? Math.max(digits, fineDecimals(size)) : digits;
  const text = trimmed(size.toFixed(decimals, HALF_UP), digits);
  const least = decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
  if (!isZero(size) && /^[0.]+$/.test(text)) return `<${symbol}${least}`;
  return symbol + grouped(text);
}

function decimalsOf(amount: Decimal): number {
  return amount.c.length - 1 - amount.e;
}

/** Decimals that show three significant digits below 1, and two from 1 on. */
function fineDecimals(size: Decimal): number {
  if (isZero(size) || size.gte('1')) return 2;
  return Math.min(2 - size.e, MOST_DECIMALS);
}

/** Without trailing zeros beyond `keep` decimals. */
function trimmed(text: string, keep: number): string {
  const [whole = '0', decimals = ''] = text.split('.');
  const rest = decimals.slice(0, keep) + decimals.slice(keep).replace(/0+$/, '');
  const kept = keep === 0 ? rest.replace(/0+$/, '') : rest;
  return kept === '' ? whole : `${whole}.${kept}`;
}

function grouped(text: string): string {
  const [whole = '0', decimals] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}
