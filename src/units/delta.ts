import type { Decimal } from '../lib/decimal.ts';
import type { Change } from '../model/change.ts';
import { ordered, percentages } from '../model/range.ts';
import type { UnitDefinition, UnitDelta } from '../model/unit.ts';
import { increaseOf } from './increase.ts';
import { type CostedResource, membersOf } from './members.ts';
import { missingOf } from './missing.ts';
import { perUnits, unitSide } from './side.ts';

/**
 * Cost and margin per unit before and after, one entry a unit in the order of the definitions. The volume
 * is the same on both sides, so the difference is what the change does at today's volume (FinOps
 * Foundation, "measure unit costs"). Figures are null, never 0 or a sum of parts, when a part is missing:
 * `missing` says which, and `known` has the rest. `changes` pairs the resources of both sides, no-ops included.
 */
export function unitDeltas(
  definitions: readonly UnitDefinition[],
  base: readonly CostedResource[],
  head: readonly CostedResource[],
  changes: readonly Change[],
): UnitDelta[] {
  return definitions.map((unit) => {
    const [before, after] = [membersOf(unit.match, base), membersOf(unit.match, head)];
    const sides = { base: unitSide(unit, before.values()), head: unitSide(unit, after.values()) };
    const increase = increaseOf(changes, before, after);
    const perUnit = perUnits(increase.known, unit);
    const start = sides.base.known.perUnit;
    const percent = perUnit === null || start === null ? null : percentages(perUnit, start);
    const known = {
      monthly: ordered(increase.known),
      perUnit: perUnit === null ? null : ordered(perUnit),
      percent,
    };
    const isWhole = sides.base.perUnit !== null && sides.head.perUnit !== null;
    return {
      id: unit.id,
      label: unit.label,
      volume: unit.volume,
      revenue: unit.revenue,
      ...sides,
      known,
      delta: isWhole ? known.perUnit : null,
      percent: isWhole ? (percent?.likely ?? null) : null,
      marginDelta: difference(sides.base.margin, sides.head.margin),
      unpricedChanges: increase.unpriced,
      missing: missingOf(unit, sides.base, sides.head),
      source: unit.source,
    };
  });
}

function difference(old: Decimal | null, now: Decimal | null): Decimal | null {
  return old === null || now === null ? null : now.minus(old);
}
