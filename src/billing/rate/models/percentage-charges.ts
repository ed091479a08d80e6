import { decimal, type Decimal, isPositive, isZero, ZERO } from '../../../lib/decimal.ts';
import type { SkuUsage } from '../sku-part.ts';
import { wholeQuotient } from '../convert.ts';

/** What events come to. */
export interface Charges {
  readonly events: Decimal;
  /** Amount of all events, and what of it is free. */
  readonly base: Decimal;
  readonly free: Decimal;
  readonly fees: Decimal;
}

/** What may still be free; null: without an end. */
export interface Allowance {
  readonly events: Decimal | null;
  readonly amount: Decimal | null;
}

const ONE = decimal('1');

export const NO_CHARGES: Charges = { events: ZERO, base: ZERO, free: ZERO, fees: ZERO };

/**
 * What events cost, in their order: free ones first, until their number or their amount is used up. The event that
 * goes beyond the free amount pays for what is beyond it; a part of an event is never free by number.
 */
export function charged(
  amounts: NonNullable<SkuUsage['amounts']>,
  allowance: Allowance,
  feeOf: (amount: Decimal) => Decimal,
): Charges {
  let charges = NO_CHARGES;
  let left: Allowance | null = allowance;
  const take = (amount: Decimal, count: Decimal, free: Decimal, fee: Decimal): void => {
    charges = {
      events: charges.events.plus(count),
      base: charges.base.plus(amount.times(count)),
      free: charges.free.plus(free.times(count)),
      fees: charges.fees.plus(fee.times(count)),
    };
  };
  for (const { amount, count } of amounts) {
    let rest = count;
    if (left !== null) {
      const free = freeCount(left, amount, count);
      take(amount, free, amount, ZERO);
      rest = count.minus(free);
      left = less(left, amount, free);
      if (isPositive(rest)) {
        const part = left.amount ?? ZERO;
        if (isPositive(part) && left.events?.lt(ONE) !== true) {
          const one = least(rest, ONE);
          take(amount, one, part, feeOf(amount.minus(part)));
          rest = rest.minus(one);
        }
        left = null;
      }
    }
    if (isPositive(rest)) take(amount, rest, ZERO, feeOf(amount));
  }
  return charges;
}

/** How many of equal events are free as a whole. */
function freeCount({ events, amount: most }: Allowance, amount: Decimal, count: Decimal): Decimal {
  let free = count;
  if (events !== null) free = least(free, events.round(0, 0));
  if (most === null) return free;
  if (isZero(most)) return ZERO;
  return isZero(amount) ? free : least(free, wholeQuotient(most, amount, 'down'));
}

function less({ events, amount: most }: Allowance, amount: Decimal, count: Decimal): Allowance {
  return {
    events: events === null ? null : events.minus(count),
    amount: most === null ? null : most.minus(amount.times(count)),
  };
}

function least(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? b : a;
}
