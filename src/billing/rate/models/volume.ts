import { isPositive, isZero, ZERO } from '../../../lib/decimal.ts';
import type { Price, Tier } from '../../../model/billing/terms.ts';
import { byDays } from '../share.ts';
import { added, flatText, shown } from '../text.ts';
import type { Pricer, Reached } from './pricer.ts';
import { tierIndex } from './tier-index.ts';

type Tiered = Extract<Price, { model: 'graduated' | 'volume' }>;

/**
 * The whole quantity at the price of the tier that it reaches, and that tier's flat price. A total may fall when usage
 * rises: that is what volume prices do.
 */
export function volume({ tiers, zeroUsageFlat }: Tiered): Pricer {
  const tierOf = ({ billable }: Reached): Tier | undefined =>
    isPositive(billable) || zeroUsageFlat ? tiers[tierIndex(tiers, billable)] : undefined;
  return {
    basis: 'quantity',
    amount(at, end) {
      const tier = tierOf(end);
      if (tier === undefined) return ZERO;
      const units = at.billable.times(tier.unit);
      return isZero(tier.flat) ? units : units.plus(byDays(tier.flat, at.share));
    },
    unknown: () => null,
    text(before, at, end) {
      const tier = tierOf(end);
      if (tier === undefined) return '0';
      const units = `${shown(added(before, at))} x ${shown(tier.unit)}`;
      const due = isZero(tier.flat) ? null : flatText(tier.flat, before, at);
      return due === null ? units : `${units} + ${due} flat`;
    },
  };
}
