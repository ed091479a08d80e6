import { decimal, ZERO } from '../lib/decimal.ts';
import type { Range, ResourceCost } from '../model/cost.ts';
import { addRanges, NO_COST } from '../model/range.ts';
import type { Resource } from '../model/resource.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { UnitDefinition, UnitSide } from '../model/unit.ts';
import { belongs } from './match.ts';

/** A resource of one side with what is known of it. */
export interface CostedResource {
  readonly resource: Resource;
  readonly cost: ResourceCost;
  readonly tags: EffectiveTags;
}

/** The cost per unit at one side, and how many resources may belong but cannot be told. */
export function unitSide(
  unit: UnitDefinition,
  resources: readonly CostedResource[],
): { readonly side: UnitSide; readonly uncertain: number } {
  const members: ResourceCost[] = [];
  let uncertain = 0;
  for (const { resource, cost, tags } of resources) {
    const membership = belongs(unit.match, resource, tags);
    if (membership === 'yes') members.push(cost);
    else if (membership === 'maybe' && cost.status !== 'free') uncertain++;
  }
  const monthly = total(members);
  const perUnit = monthly === null ? null : perUnits(monthly, unit);
  const revenue = unit.revenue?.amount ?? null;
  const margin = perUnit === null || revenue === null ? null : revenue.minus(perUnit.likely);
  const percent = margin === null || revenue === null || revenue.eq(ZERO) ? null : margin.div(revenue);
  return {
    side: {
      monthly,
      perUnit,
      margin,
      marginPercent: percent === null ? null : percent.times(decimal(100)),
      resources: members.length,
      unpriced: members.filter((cost) => isUnpriced(cost)).length,
    },
    uncertain,
  };
}

/** A cost that is wholly or partly unknown. */
function isUnpriced(cost: ResourceCost): boolean {
  return cost.status === 'unpriced' || cost.status === 'partly-priced' || cost.status === 'unknown-type';
}

/** Null when nothing belongs to the unit, or no price of what does is known: never 0 for unknown. */
function total(members: readonly ResourceCost[]): Range | null {
  const known = members.map((cost) => cost.monthly).filter((monthly) => monthly !== null);
  if (known.length === 0)
    return members.some((cost) => cost.status === 'free') && !members.some(isUnpriced) ? NO_COST : null;
  return known.reduce(addRanges);
}

/** Monthly cost divided by the month's units, times the units that one figure is for. */
function perUnits(monthly: Range, unit: UnitDefinition): Range | null {
  const volume = unit.volume?.monthly;
  if (volume === undefined || volume.lte(ZERO)) return null;
  return {
    low: monthly.low.times(unit.per).div(volume),
    likely: monthly.likely.times(unit.per).div(volume),
    high: monthly.high.times(unit.per).div(volume),
  };
}
