import { decimal, ZERO } from '../lib/decimal.ts';
import type { Decimal } from '../lib/decimal.ts';
import { isUnpriced, type Range, type ResourceCost } from '../model/cost.ts';
import { mapRange, NO_COST, sumRanges } from '../model/range.ts';
import type { UnitDefinition, UnitSide } from '../model/unit.ts';
import type { Member } from './members.ts';

/** The cost per unit at one side: whole figures only when all is known, and apart from them what is known. */
export function unitSide(unit: UnitDefinition, members: Iterable<Member>): UnitSide {
  const all = [...members];
  const costs = all.filter(({ isCertain }) => isCertain).map(({ cost }) => cost);
  const unpriced = costs.filter(isUnpriced).length;
  const uncertain = all.length - costs.length;
  const monthly = knownTotal(costs);
  const known = { monthly, perUnit: perUnits(monthly, unit) };
  const figures = unpriced + uncertain === 0 ? known : { monthly: null, perUnit: null };
  return {
    ...figures,
    ...marginOf(figures.perUnit, unit),
    resources: costs.length,
    unpriced,
    uncertain,
    known,
  };
}

/** Monthly cost divided by the month's units, times the units that one figure is for; null without a volume. */
export function perUnits(monthly: Range | null, { volume, per }: UnitDefinition): Range | null {
  if (monthly === null || volume === null || volume.monthly.lte(ZERO)) return null;
  return mapRange(monthly, (figure) => figure.times(per).div(volume.monthly));
}

function marginOf(
  perUnit: Range | null,
  { revenue }: UnitDefinition,
): Pick<UnitSide, 'margin' | 'marginPercent'> {
  if (perUnit === null || revenue === null) return { margin: null, marginPercent: null };
  const margin: Decimal = revenue.amount.minus(perUnit.likely);
  const isFree = revenue.amount.eq(ZERO);
  return { margin, marginPercent: isFree ? null : margin.div(revenue.amount).times(decimal(100)) };
}

/** Null when nothing belongs to the unit, or no price of what does is known: never 0 for unknown. */
function knownTotal(costs: readonly ResourceCost[]): Range | null {
  const known = costs.flatMap((cost) => (cost.status === 'free' ? NO_COST : (cost.monthly ?? [])));
  return known.length === 0 ? null : sumRanges(known);
}
