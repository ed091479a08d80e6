import { byCodePoint } from '../../lib/order.ts';
import type { CostLine, ResourceCost } from '../../model/cost.ts';
import type { CostsByResource } from '../estimate-all.ts';
import { type Summed, summed } from '../resource-cost.ts';
import type { FreePool, FreeTerms } from './free-tier.ts';
import type { LineAdjuster } from './line-adjuster.ts';

/**
 * Adjusts all costs of a side. Resources that are alike share their lines and are adjusted once, and a cost that is on both sides
 * is one object on both; but not those that share a free allowance, which is given out anew on each side.
 */
export function sideAdjuster(
  adjust: LineAdjuster,
  free: FreeTerms | undefined,
): (costs: CostsByResource) => CostsByResource {
  const known = new WeakMap<ResourceCost, ResourceCost>();
  const sums = new WeakMap<readonly CostLine[], Summed>();
  const shares = ({ lines }: ResourceCost): boolean =>
    free !== undefined && lines.some(({ price }) => price !== null && free.has(price));
  const sumOf = ({ lines, project }: ResourceCost, pool?: FreePool): Summed | undefined => {
    const adjusted = lines.map((line) => adjust(line, project, pool));
    return adjusted.every((line, index) => line === lines[index]) ? undefined : summed(adjusted);
  };
  const alone = (cost: ResourceCost): ResourceCost => {
    const { lines } = cost;
    let sum = sums.get(lines);
    if (sum === undefined) sums.set(lines, (sum = sumOf(cost) ?? cost));
    return sum.lines === lines ? cost : withSum(cost, sum);
  };

  return (costs) => {
    const pool = free?.pool();
    const sharing = new Map<string, ResourceCost>();
    // Allowances are taken in the order of projects and addresses, whatever the order of the sources.
    const waiting = [...costs].filter(([, cost]) => shares(cost)).sort(([a], [b]) => byCodePoint(a, b));
    for (const [key, cost] of waiting) sharing.set(key, withSum(cost, sumOf(cost, pool) ?? cost));
    return new Map(
      [...costs].map(([key, cost]) => {
        const found = sharing.get(key);
        if (found !== undefined || cost.lines.length === 0) return [key, found ?? cost];
        let done = known.get(cost);
        if (done === undefined) known.set(cost, (done = alone(cost)));
        return [key, done];
      }),
    );
  };
}

function withSum(cost: ResourceCost, { status, lines, monthly, fixed, variable }: Summed): ResourceCost {
  return { ...cost, status, lines, monthly, fixed, variable };
}
