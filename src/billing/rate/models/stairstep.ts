import { isPositive, ZERO } from '../../../lib/decimal.ts';
import type { Price, Stair } from '../../../model/billing/terms.ts';
import { byDays } from '../share.ts';
import { flatText } from '../text.ts';
import type { Pricer, Reached } from './pricer.ts';
import { tierIndex } from './tier-index.ts';

/** The flat price of the tier that the quantity reaches. */
export function stairstep({ tiers, zeroUsageFlat }: Extract<Price, { model: 'stairstep' }>): Pricer {
  const stairOf = ({ billable }: Reached): Stair | undefined =>
    isPositive(billable) || zeroUsageFlat ? tiers[tierIndex(tiers, billable)] : undefined;
  return {
    basis: 'quantity',
    amount: (at, end) => byDays(stairOf(end)?.flat ?? ZERO, at.share),
    unknown: () => null,
    text(before, at, end) {
      const stair = stairOf(end);
      return stair === undefined ? '0' : (flatText(stair.flat, before, at) ?? '0, charged before');
    },
  };
}
