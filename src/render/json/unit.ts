import type { UnitDelta, UnitSide } from '../../model/unit.ts';
import { decimalJson, maybeRangeJson, percentagesJson } from './cost.ts';
import { sourceJson } from './source.ts';

/** Cost and margin of one unit of work on both sides. */
export function unitJson(unit: UnitDelta): object {
  return {
    id: unit.id,
    label: unit.label,
    volume: volumeJson(unit.volume),
    revenue: revenueJson(unit.revenue),
    base: sideJson(unit.base),
    head: sideJson(unit.head),
    delta: maybeRangeJson(unit.delta),
    percent: decimalJson(unit.percent),
    known: {
      monthly: maybeRangeJson(unit.known.monthly),
      perUnit: maybeRangeJson(unit.known.perUnit),
      percent: unit.known.percent === null ? null : percentagesJson(unit.known.percent),
    },
    unpricedChanges: [...unit.unpricedChanges],
    marginDelta: decimalJson(unit.marginDelta),
    missing: [...unit.missing],
    source: sourceJson(unit.source),
  };
}

function volumeJson(volume: UnitDelta['volume']): object | null {
  if (volume === null) return null;
  return { monthly: decimalJson(volume.monthly), source: volume.source, asOf: volume.asOf ?? null };
}

function revenueJson(revenue: UnitDelta['revenue']): object | null {
  return revenue === null ? null : { amount: decimalJson(revenue.amount), source: revenue.source ?? null };
}

function sideJson(side: UnitSide): object {
  return {
    monthly: maybeRangeJson(side.monthly),
    perUnit: maybeRangeJson(side.perUnit),
    margin: decimalJson(side.margin),
    marginPercent: decimalJson(side.marginPercent),
    resources: side.resources,
    unpriced: side.unpriced,
    uncertain: side.uncertain,
    known: { monthly: maybeRangeJson(side.known.monthly), perUnit: maybeRangeJson(side.known.perUnit) },
  };
}
