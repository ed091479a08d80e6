import type { CheckTotals } from '../../model/result.ts';
import type { PolicyConfig } from '../../model/config.ts';
import type { UnitDelta } from '../../model/unit.ts';

/** The figures that limits are held against. */
export interface Judged {
  readonly totals: CheckTotals;
  readonly units: readonly UnitDelta[];
}

/**
 * Of the increase with each side's own usage and the one with the usage of the base on both sides the larger, by the figure
 * that the limit goes by; a unit's each for itself. So a change that lowers the usage that it is estimated with gains nothing.
 * The base is the same in both, so the larger amount is the larger percentage too.
 */
export function judgedFigures(own: Judged, before: Judged | undefined, policies: PolicyConfig): Judged {
  if (before === undefined) return own;
  const { basis } = policies.monthlyIncrease;
  const isLarger = before.totals.delta.monthly[basis].gt(own.totals.delta.monthly[basis]);
  const old = new Map(before.units.map((unit) => [unit.id, unit]));
  return {
    totals: isLarger ? before.totals : own.totals,
    units: own.units.map((unit) => largerUnit(unit, old.get(unit.id) ?? unit, policies.unitIncrease.basis)),
  };
}

function largerUnit(
  own: UnitDelta,
  before: UnitDelta,
  basis: PolicyConfig['unitIncrease']['basis'],
): UnitDelta {
  const isLarger = before.known.monthly[basis].gt(own.known.monthly[basis]);
  // What its own usage leaves open stays open.
  return isLarger ? { ...before, unpricedChanges: own.unpricedChanges } : own;
}
