import type { Change } from '../../model/change.ts';
import type { Config } from '../../model/config.ts';
import type { Resource } from '../../model/resource.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import type { UnitDelta } from '../../model/unit.ts';
import { unitDeltas } from '../../units/delta.ts';
import type { CostedResource } from '../../units/members.ts';
import { type CostedSide, costedResources, type DefinitionCosts } from './costs.ts';
import { type Judged, judgedFigures } from './judged.ts';

/** Cost per unit as it is reported, and the figures that limits are held against. */
export interface UnitFigures {
  readonly units: readonly UnitDelta[];
  readonly judged: Judged;
}

/** Works out the units of a change; `changes` pairs the resources of both sides. */
export function unitFigures(
  config: Config,
  costs: DefinitionCosts,
  changes: readonly Change[],
  tags: (resource: Resource) => EffectiveTags,
): UnitFigures {
  const members = (side: CostedSide): readonly CostedResource[] =>
    config.units.length === 0 ? [] : costedResources(side, tags);
  const base = members(costs.base);
  const unitsOf = (head: CostedSide): readonly UnitDelta[] =>
    unitDeltas(config.units, base, members(head), changes);
  const units = unitsOf(costs.head);
  const own = { totals: costs.figures.totals, units };
  const before = costs.before && { totals: costs.before.totals, units: unitsOf(costs.before) };
  return { units, judged: judgedFigures(own, before, config.policies) };
}
