import { DecimalTotal } from '../../../lib/decimal-total.ts';
import { decimal, type Decimal, isOne, isZero, ZERO } from '../../../lib/decimal.ts';
import type { Price } from '../../../model/billing/terms.ts';
import { byDays, type Share } from '../share.ts';
import { shown } from '../text.ts';
import { amountsUnknown } from './event-amounts.ts';
import { type Allowance, charged, type Charges, NO_CHARGES } from './percentage-charges.ts';
import type { Pricer, Reached } from './pricer.ts';

type Percentage = Extract<Price, { model: 'percentage' }>;

const PERCENT = decimal('0.01');

/**
 * Percent of the amount of each event, within a least and a most for each, plus a fixed part for each. First events are
 * free, in the order of time, until their number or their amount is used up, whichever ends first.
 */
export function percentage(price: Percentage): Pricer {
  const factor = price.rate.times(PERCENT);
  const chargesOf = (at: Reached, end: Reached): Charges =>
    charged(at.usage.amounts ?? [], allowanceOf(price, end.share), (amount) => feeOf(amount, price, factor));
  return {
    basis: 'amounts',
    amount: (at, end) => (isByTotal(price) ? feesOf(at, price, factor) : chargesOf(at, end).fees),
    unknown: ({ usage }) => amountsUnknown(usage),
    text: (before, at, end) =>
      textOf(price, before === null ? NO_CHARGES : chargesOf(before, end), chargesOf(at, end)),
  };
}

/** Whether events cost together what one of their amount and as many fixed parts would. */
function isByTotal({ min, max, freeEvents, freeAmount }: Percentage): boolean {
  return min === null && max === null && freeEvents === null && freeAmount === null;
}

/** What all events cost together. Exact sums make it the sum of what each costs, and there are millions of them. */
function feesOf({ usage }: Reached, { fixed }: Percentage, factor: Decimal): Decimal {
  const [base, events] = [new DecimalTotal(), new DecimalTotal()];
  for (const { amount, count } of usage.amounts ?? []) {
    base.add(isOne(count) ? amount : amount.times(count));
    events.add(count);
  }
  return base.value().times(factor).plus(events.value().times(fixed));
}

/** What one event costs that is not free. */
function feeOf(amount: Decimal, { fixed, min, max }: Percentage, factor: Decimal): Decimal {
  let fee = amount.times(factor);
  if (min !== null && fee.lt(min)) fee = min;
  if (max !== null && fee.gt(max)) fee = max;
  return fee.plus(fixed);
}

/** Without any allowance nothing is free, which is an allowance of no events. */
function allowanceOf({ freeEvents, freeAmount }: Percentage, share: Share | null): Allowance {
  if (freeEvents === null && freeAmount === null) return { events: ZERO, amount: null };
  return {
    events: freeEvents === null ? null : byDays(freeEvents, share),
    amount: freeAmount === null ? null : byDays(freeAmount, share),
  };
}

function textOf({ rate, fixed, min, max }: Percentage, before: Charges, at: Charges): string {
  const free = at.free.minus(before.free);
  const each = [
    `${shown(rate)}%`,
    ...(min === null ? [] : [`at least ${shown(min)}`]),
    ...(max === null ? [] : [`at most ${shown(max)}`]),
    ...(isZero(fixed) ? [] : [`plus ${shown(fixed)}`]),
  ].join(', ');
  const freed = isZero(free) ? '' : `, ${shown(free)} of it free`;
  const [base, events] = [at.base.minus(before.base), at.events.minus(before.events)];
  return `${shown(base)} in ${shown(events)} events${freed}; for each that pays: ${each}`;
}
