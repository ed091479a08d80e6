import BigJs from 'big.js';
import { Decimal, decimal, ZERO } from '../../lib/decimal.ts';
import type { Sides } from '../../model/billing/simulation.ts';

const HUNDRED = decimal('100');
/** Digits after the point of a share in percent, and of an amount for one unit: they are quotients. */
const PERCENT_DIGITS = 6;
const QUOTIENT_DIGITS = 12;

/** Decimals whose quotients have so many digits, rounded half even: there is one for each customer. */
const Percent = quotients(PERCENT_DIGITS);
const Quotient = quotients(QUOTIENT_DIGITS);

export const UNKNOWN_SIDES: Sides = { base: null, head: null, delta: null, percent: null };

/** Both sides with their difference; `percent` is of the size of the base, so that its sign is that of the difference. */
export function sides(base: Decimal | null, head: Decimal | null): Sides {
  if (base === null || head === null) return { base, head, delta: null, percent: null };
  const delta = head.minus(base);
  return { base, head, delta, percent: percentOf(delta, base.abs()) };
}

/** Both sides for one of as many as there are on each; unknown where there are none, or nobody knows how many. */
export function sidesPer(
  base: Decimal | null,
  head: Decimal | null,
  count: Pick<Sides, 'base' | 'head'>,
): Sides {
  const per = (amount: Decimal | null, of: Decimal | null) => (of === null ? null : perOne(amount, of));
  return sides(per(base, count.base), per(head, count.head));
}

/** An amount for one of `count`, to 12 digits; null when there are none. */
export function perOne(amount: Decimal | null, count: Decimal): Decimal | null {
  return amount === null || count.eq(ZERO) ? null : new Decimal(new Quotient(amount).div(count));
}

/** A part in percent of a whole, to 6 digits; null when the whole is 0. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  if (whole.eq(ZERO)) return null;
  return part.eq(ZERO) ? ZERO : new Decimal(new Percent(part.times(HUNDRED)).div(whole));
}

function quotients(digits: number): typeof Decimal {
  const Digits = BigJs();
  Digits.strict = true;
  Digits.DP = digits;
  Digits.RM = BigJs.roundHalfEven;
  return Digits;
}
