import type { Decimal } from '../../../lib/decimal.ts';
import type { RoundingMode } from '../../../model/billing/terms.ts';

/** An exact fraction: what a slow reference counts with, so that it shares no arithmetic with what it checks. */
export interface Rational {
  readonly top: bigint;
  /** More than 0. */
  readonly bottom: bigint;
}

export const whole = (value: bigint | number): Rational => ({ top: BigInt(value), bottom: 1n });
export const NONE = whole(0);

export function rational(value: Decimal): Rational {
  const [digits = '0', fraction = ''] = value.toFixed().split('.');
  return { top: BigInt(digits + fraction), bottom: 10n ** BigInt(fraction.length) };
}

export const plus = (a: Rational, b: Rational): Rational => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const minus = (a: Rational, b: Rational): Rational => plus(a, { top: -b.top, bottom: b.bottom });
export const times = (a: Rational, b: Rational): Rational => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});
export const over = (a: Rational, b: Rational): Rational =>
  b.top < 0n
    ? over({ ...a, top: -a.top }, { ...b, top: -b.top })
    : { top: a.top * b.bottom, bottom: a.bottom * b.top };
export const isMore = (a: Rational, b: Rational): boolean => a.top * b.bottom > b.top * a.bottom;
export const least = (a: Rational, b: Rational): Rational => (isMore(a, b) ? b : a);
export const notBelow = (a: Rational): Rational => (a.top < 0n ? NONE : a);
export const total = (values: readonly Rational[]): Rational => values.reduce((a, b) => plus(a, b), NONE);

/** The number of whole units below, and whether more than, exactly or less than half a unit is left. */
function cut({ top, bottom }: Rational): { units: bigint; half: number; isWhole: boolean } {
  const units = top / bottom - (top < 0n && top % bottom !== 0n ? 1n : 0n);
  const rest = (top - units * bottom) * 2n;
  return { units, half: rest > bottom ? 1 : rest === bottom ? 0 : -1, isWhole: rest === 0n };
}

/** Rounded to a number of digits, told in units of the last one. */
export function unitsOf(value: Rational, digits: number, mode: RoundingMode): bigint {
  const scaled = { top: value.top * 10n ** BigInt(digits), bottom: value.bottom };
  const { units, half, isWhole } = cut(scaled);
  if (isWhole) return units;
  const isNegative = scaled.top < 0n;
  switch (mode) {
    case 'up':
      return isNegative ? units : units + 1n;
    case 'down':
      return isNegative ? units + 1n : units;
    case 'halfUp':
      return half >= 0 ? units + 1n : units;
    case 'halfAway':
      return half > 0 || (half === 0 && !isNegative) ? units + 1n : units;
    case 'halfEven':
      return half > 0 || (half === 0 && units % 2n !== 0n) ? units + 1n : units;
  }
}

export function rounded(value: Rational, digits: number, mode: RoundingMode): Rational {
  return { top: unitsOf(value, digits, mode), bottom: 10n ** BigInt(digits) };
}

/** As text, rounded to so many digits. */
export function text(value: Rational, digits: number): string {
  const units = unitsOf(value, digits, 'halfEven');
  const all = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const shown = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  return `${units < 0n ? '-' : ''}${shown}`;
}
