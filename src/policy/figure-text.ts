import type { Decimal } from '../lib/decimal.ts';

/** big.js: half away from zero. Only text is rounded; limits are held against the exact figure. */
const HALF_UP = 1;

/** Most decimals of a small amount. */
const MOST_DECIMALS = 12;

/** An amount ready to print, such as `$1,234.50` or `EUR 0.00042`: cents, below 1 three significant digits. */
export function amountText(amount: Decimal, currency: string): string {
  const size = amount.abs();
  const decimals = size.eq('0') || size.gte('1') ? 2 : Math.min(2 - size.e, MOST_DECIMALS);
  const [whole = '', fraction = ''] = size.toFixed(decimals, HALF_UP).split('.');
  const kept = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, '');
  const symbol = currency === 'USD' ? '$' : `${currency} `;
  return `${amount.lt('0') ? '-' : ''}${symbol}${grouped(whole)}.${kept}`;
}

/** A percentage ready to print, such as `33.3%`: one decimal, none where it is 0. */
export function percentText(percent: Decimal): string {
  const [whole = '', fraction = ''] = percent.abs().toFixed(1, HALF_UP).split('.');
  const sign = percent.lt('0') ? '-' : '';
  return `${sign}${grouped(whole)}${fraction === '0' ? '' : `.${fraction}`}%`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}
