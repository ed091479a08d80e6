import type { CostsByResource } from '../../estimate/estimate-all.ts';
import type { Terms } from '../../estimate/own-prices/terms.ts';
import { atListPrices } from '../../estimate/resource-cost.ts';
import { checkTotals } from '../../estimate/totals.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { PricingSummary } from '../../model/pricing.ts';
import type { CostedChange } from '../../model/result.ts';

/** How the figures of a check differ from list prices: the totals by those, and what became of each entry. */
export function pricingSummary(
  terms: Terms,
  base: CostsByResource,
  head: CostsByResource,
  changes: readonly CostedChange[],
): PricingSummary {
  const listed = (costs: CostsByResource): readonly ResourceCost[] => [...costs.values()].map(atListPrices);
  const byList = (cost: ResourceCost | null): ResourceCost | null => cost && atListPrices(cost);
  const listedChanges = changes.map((one) => ({ ...one, base: byList(one.base), head: byList(one.head) }));
  return {
    list: checkTotals(listed(base), listed(head), listedChanges),
    ...terms.summary(base, head),
  };
}
