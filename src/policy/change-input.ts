import { byCodePoint } from '../lib/order.ts';
import { isNothing } from '../model/range.ts';
import type { UnresolvedModule } from '../model/resource.ts';
import type { CostTotals, SideTotals } from '../model/result.ts';
import type { UnitDelta, UnitSide } from '../model/unit.ts';
import { isUnpricedChange } from '../model/unpriced-change.ts';
import { figureJson, percentagesJson } from './figures.ts';
import type { PolicyFacts } from './input.ts';
import type { JsonObject } from './json-text.ts';
import { sourceJson } from './source-json.ts';

/** Figures per unit are small: cents would hide them. */
const FINE = { fine: true } as const;

/** `input.totals`: the cost a month at base, at head, and the increase, and the same by list prices. */
export function totalsInput({ totals, pricing, changes, config: { currency } }: PolicyFacts): JsonObject {
  const list = pricing?.list ?? totals;
  return {
    base: sideInput(totals.base, currency),
    head: sideInput(totals.head, currency),
    delta: figures(totals.delta, currency),
    percent: percentagesJson(totals.percent),
    list: {
      base: sideInput(list.base, currency),
      head: sideInput(list.head, currency),
      delta: figures(list.delta, currency),
    },
    unpricedChanges: changes
      .filter(isUnpricedChange)
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
    delta: figureJson(unit.delta, currency, FINE),
    percent: unit.percent,
    known: {
      monthly: figureJson(unit.known.monthly, currency),
      perUnit: figureJson(unit.known.perUnit, currency, FINE),
      percent: percentagesJson(unit.known.percent),
    },
    unpricedChanges: unit.unpricedChanges,
    marginDelta: unit.marginDelta,
    missing: unit.missing,
    source: sourceJson(unit.source),
  };
}

/** A module call whose resources nobody can see: one element of `input.modules`, and `input.module`. */
export function moduleInput({ address, sourceAddress, reason, source }: UnresolvedModule): JsonObject {
  return { address, sourceAddress, reason, source: sourceJson(source) };
}

/** Nothing known, and something unknown, is not 0: the figures are null. */
function sideInput(side: SideTotals, currency: string): JsonObject {
  const { unpriced } = side;
  const isUnknown = unpriced > 0 && isNothing(side.monthly);
  const none = { monthly: null, fixed: null, variable: null };
  return { ...(isUnknown ? none : figures(side, currency)), unpriced };
}

function figures({ monthly, fixed, variable }: CostTotals, currency: string): JsonObject {
  return {
    monthly: figureJson(monthly, currency),
    fixed: figureJson(fixed, currency),
    variable: figureJson(variable, currency),
  };
}

function unitSide(side: UnitSide, currency: string): JsonObject {
  const { margin, marginPercent, resources, unpriced, uncertain, known } = side;
  return {
    perUnit: figureJson(side.perUnit, currency, FINE),
    monthly: figureJson(side.monthly, currency),
    margin,
    marginPercent,
    resources,
    unpriced,
    uncertain,
    known: {
      perUnit: figureJson(known.perUnit, currency, FINE),
      monthly: figureJson(known.monthly, currency),
    },
  };
}
