import { decimal, type Decimal, isZero, ZERO } from '../../../lib/decimal.ts';
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
    amount: (at, end) => chargesOf(at, end).fees,
    unknown: ({ usage }) => amountsUnknown(usage),
    text: (before, at, end) =>
      textOf(price, before === null ? NO_CHARGES : chargesOf(before, end), chargesOf(at, end)),
  };
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
