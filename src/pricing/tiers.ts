import { type Decimal, ZERO } from '../lib/decimal.ts';
import type { Price } from '../model/cost.ts';

/**
 * What a quantity costs when each part of it is charged at its tier's price (graduated, not by volume):
 * tiers are half-open with lower bounds, as the clouds publish them. Exact; 0 for a quantity of 0 or less.
 */
export function tieredCost(quantity: Decimal, tiers: Price['tiers']): Decimal {
  let total = ZERO;
  for (let index = 0; index < tiers.length; index++) {
    const tier = tiers[index];
    if (tier === undefined || quantity.lte(tier.from)) break;
    const end = tiers[index + 1]?.from;
    const top = end === undefined || quantity.lt(end) ? quantity : end;
    total = total.plus(top.minus(tier.from).times(tier.price));
  }
  return total;
}
