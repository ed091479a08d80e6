import { decimal, ZERO } from '../../../lib/decimal.ts';
import type { Price } from '../../../model/billing/terms.ts';
import { shown } from '../text.ts';
import { amountUnknown } from './event-amounts.ts';
import type { Pricer } from './pricer.ts';
import { slicesOf } from './slices.ts';

const PERCENT = decimal('0.01');

/** Each slice of the summed amount of all events at the rate of its tier, and the flat prices of all tiers that it enters. */
export function graduatedPercentage({
  tiers,
  zeroUsageFlat,
}: Extract<Price, { model: 'graduatedPercentage' }>): Pricer {
  const parts = tiers.map(({ upTo, rate, flat }) => ({ upTo, unit: rate.times(PERCENT), flat }));
  const slices = slicesOf(parts, zeroUsageFlat, ({ unit }) => `${shown(unit.div(PERCENT))}%`);
  return {
    basis: 'amounts',
    amount: (at) => slices.amount(at.usage.amount ?? ZERO, at.share),
    unknown: ({ usage }) => amountUnknown(usage),
    text: (before, at) => slices.text(before?.usage.amount ?? ZERO, before, at.usage.amount ?? ZERO, at),
  };
}
