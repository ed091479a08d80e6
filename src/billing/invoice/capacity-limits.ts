import type { Decimal } from '../../lib/decimal.ts';
import type { CapacityTier } from '../../model/billing/terms.ts';
import { usageOf } from '../rate/rate-sku.ts';
import type { Part } from './part.ts';

/**
 * The quantities that the tiers of a capacity price limit, each by its SKU id or meter name. What no SKU meters is left out:
 * it is not known.
 */
export function limitsOf(tiers: readonly CapacityTier[], part: Part): Record<string, Decimal> {
  const { plan, cells, inForce } = part;
  const limits: Record<string, Decimal> = {};
  for (const key of new Set(tiers.flatMap((tier) => Object.keys(tier.limits)))) {
    const sku = plan.skus.find(({ id }) => id === key);
    const taker = sku ?? plan.skus[plan.takers.get(key)?.[0] ?? -1];
    if (taker === undefined) continue;
    const counted = sku ?? { ...taker, id: key, meter: { ...taker.meter, name: null } };
    limits[key] = usageOf(cells, counted, inForce.terms.cadence).quantity;
  }
  return limits;
}
