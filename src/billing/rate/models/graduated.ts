import { ZERO } from '../../../lib/decimal.ts';
import type { Price } from '../../../model/billing/terms.ts';
import { shown } from '../text.ts';
import type { Pricer } from './pricer.ts';
import { slicesOf } from './slices.ts';

type Tiered = Extract<Price, { model: 'graduated' | 'volume' }>;

/** Each slice of the quantity at the price of its tier, and the flat prices of all tiers that it enters. */
export function graduated({ tiers, zeroUsageFlat }: Tiered): Pricer {
  const slices = slicesOf(tiers, zeroUsageFlat, ({ unit }) => shown(unit));
  return {
    basis: 'quantity',
    amount: (at) => slices.amount(at.billable, at.share),
    unknown: () => null,
    text: (before, at) => slices.text(before?.billable ?? ZERO, before, at.billable, at),
  };
}
