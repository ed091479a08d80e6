import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { CapacityTier, Price } from '../../../model/billing/terms.ts';
import { byDays } from '../share.ts';
import { flatText } from '../text.ts';
import type { Pricer, Reached } from './pricer.ts';

/**
 * The price of the first tier whose every limit holds (the limit is included). A limit under the SKU's own id is of its
 * billable quantity, one under another SKU or meter of that one's quantity. A tier that one limit rules out is out,
 * whatever is not known of the others.
 */
export function capacity(id: string, { tiers }: Extract<Price, { model: 'capacity' }>): Pricer {
  const tierOf = (end: Reached) => firstThatHolds(tiers, (key) => used(end, key, id));
  return {
    basis: tiers.some(({ limits }) => Object.hasOwn(limits, id)) ? 'quantity' : 'nothing',
    amount(at, end) {
      const tier = tierOf(end);
      return typeof tier === 'string' ? ZERO : byDays(tier.price, at.share);
    },
    unknown(_at, end) {
      const tier = tierOf(end);
      return typeof tier === 'string'
        ? `The price goes by limits, and the usage of ${tier} is not known.`
        : null;
    },
    text(before, at, end) {
      const tier = tierOf(end);
      return typeof tier === 'string' ? '0' : (flatText(tier.price, before, at) ?? '0, charged before');
    },
  };
}

function used({ billable, usage }: Reached, key: string, id: string): Decimal | undefined {
  if (key === id) return billable;
  return Object.hasOwn(usage.limits, key) ? usage.limits[key] : undefined;
}

/** The tier, or the key whose usage would have to be known. */
function firstThatHolds(
  tiers: readonly CapacityTier[],
  usedOf: (key: string) => Decimal | undefined,
): CapacityTier | string {
  for (const tier of tiers) {
    const limits = Object.entries(tier.limits);
    if (limits.some(([key, most]) => usedOf(key)?.gt(most) === true)) continue;
    const unknown = limits.find(([key]) => usedOf(key) === undefined);
    return unknown?.[0] ?? tier;
  }
  return 'what exceeds the last tier';
}
