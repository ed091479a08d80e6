import type { UnitDelta, UnitSide } from '../../model/unit.ts';
import { decimalJson, maybeRangeJson } from './cost.ts';

/** Cost and margin of one unit of work on both sides. */
export function unitJson(unit: UnitDelta): object {
  return {
    id: unit.id,
    label: unit.label,
    volume:
      unit.volume === null ? null : { monthly: decimalJson(unit.volume.monthly), source: unit.volume.source },
    base: sideJson(unit.base),
    head: sideJson(unit.head),
    delta: maybeRangeJson(unit.delta),
    percent: decimalJson(unit.percent),
    marginDelta: decimalJson(unit.marginDelta),
    missing: [...unit.missing],
  };
}

function sideJson(side: UnitSide): object {
  return {
    monthly: maybeRangeJson(side.monthly),
    perUnit: maybeRangeJson(side.perUnit),
    margin: decimalJson(side.margin),
    marginPercent: decimalJson(side.marginPercent),
    resources: side.resources,
    unpriced: side.unpriced,
  };
}
