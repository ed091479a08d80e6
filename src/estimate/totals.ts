import { isUnpriced, type Range, type ResourceCost } from '../model/cost.ts';
import { percentages, sumRanges } from '../model/range.ts';
import type { CheckTotals, CostedChange, CostTotals, SideTotals } from '../model/result.ts';
import { orderedTotals, scenarioDelta, totalsOf } from './scenario-delta.ts';

/** What all resources of one side cost a month: known lines only, with the number of resources that have others. */
export function costTotals(costs: Iterable<ResourceCost>): SideTotals {
  const list = [...costs];
  const sum = (part: keyof CostTotals): Range => sumRanges(list.flatMap((cost) => cost[part] ?? []));
  return {
    monthly: sum('monthly'),
    fixed: sum('fixed'),
    variable: sum('variable'),
    unpriced: list.filter(isUnpriced).length,
  };
}

/**
 * Both sides and the difference. The deltas of the changes are summed by scenario and put in order once, at the end:
 * sums of figures in order would mix scenarios.
 */
export function checkTotals(
  base: Iterable<ResourceCost>,
  head: Iterable<ResourceCost>,
  changes: readonly CostedChange[],
): CheckTotals {
  const known = changes.flatMap((change) => scenarioDelta(change.base, change.head) ?? []);
  const sum = (part: keyof CostTotals): Range => sumRanges(known.map((delta) => delta[part]));
  const delta = totalsOf(sum('fixed'), sum('variable'));
  const before = costTotals(base);
  return {
    base: before,
    head: costTotals(head),
    delta: orderedTotals(delta),
    percent: percentages(delta.monthly, before.monthly),
  };
}
