import { byCodePoint } from '../lib/order.ts';
import type { CostTotals, CostedChange } from '../model/result.ts';
import type { UnitDelta, UnitSide } from '../model/unit.ts';
import { figureJson, percentagesJson } from './figures.ts';
import type { PolicyFacts } from './input.ts';
import type { Json, JsonObject } from './json-text.ts';

/** `input.totals`: the cost a month at base, at head, and the increase. */
export function totalsInput({ totals, changes, config }: PolicyFacts): JsonObject {
  const { base, head, delta } = totals;
  return {
    base: sideJson(base, config.currency),
    head: sideJson(head, config.currency),
    delta: sideJson(delta, config.currency),
    percent: percentagesJson(delta.monthly, base.monthly),
    unpricedChanges: changes
      .filter(isUnpriced)
      .map(({ change }) => change.address)
      .sort(byCodePoint),
  };
}

/** One element of `input.units`. */
export function unitInput(unit: UnitDelta, currency: string): JsonObject {
  return {
    id: unit.id,
    label: unit.label,
    base: unitSide(unit.base, currency),
    head: unitSide(unit.head, currency),
    delta: unit.delta === null ? null : figureJson(unit.delta, currency),
    percent: percentagesJson(unit.delta, unit.base.perUnit),
    marginDelta: unit.marginDelta,
    missing: unit.missing,
  };
}

function sideJson({ monthly, fixed, variable }: CostTotals, currency: string): JsonObject {
  return {
    monthly: figureJson(monthly, currency),
    fixed: figureJson(fixed, currency),
    variable: figureJson(variable, currency),
  };
}

function unitSide(side: UnitSide, currency: string): Json {
  return {
    perUnit: side.perUnit === null ? null : figureJson(side.perUnit, currency),
    monthly: side.monthly === null ? null : figureJson(side.monthly, currency),
    margin: side.margin,
    marginPercent: side.marginPercent,
    resources: side.resources,
    unpriced: side.unpriced,
  };
}

/** Whether a changed resource has a cost, on a side, that the totals leave out. A move costs the same as before. */
function isUnpriced({ change, base, head }: CostedChange): boolean {
  if (change.action === 'no-op' || change.action === 'move') return false;
  return [base, head].some((side) => side !== null && side.status !== 'priced' && side.status !== 'free');
}
