import { byCodePoint } from '../../lib/order.ts';
import { ZERO } from '../../lib/decimal.ts';
import type { Catalog } from '../../estimate/catalog/catalog.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { EstimatedResource } from '../../model/estimate.ts';
import type { Resource } from '../../model/resource.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import type { Member } from './breakdown.ts';
import { knownRegion, serviceOf } from './dimensions.ts';

/** Resources with their costs, the most expensive first, then by project and address. */
export function estimatedResources(
  members: readonly Member[],
  catalog: Catalog,
  tags: (resource: Resource) => EffectiveTags,
): EstimatedResource[] {
  return members
    .map(({ resource, cost }) => ({
      cost,
      region: knownRegion(resource.region, cost),
      tags: knownTags(tags(resource)),
      service: catalog.entry(resource.type) === undefined ? null : serviceOf(resource, catalog),
    }))
    .sort((a, b) => byWeight(a.cost, b.cost));
}

function knownTags({ keys }: EffectiveTags): Readonly<Record<string, string>> {
  const known = [...keys].flatMap(([key, tag]): [string, string][] =>
    tag.state === 'unknown' || tag.value === null ? [] : [[key, tag.value]],
  );
  return Object.fromEntries(known.sort(([a], [b]) => byCodePoint(a, b)));
}

function byWeight(a: ResourceCost, b: ResourceCost): number {
  const weight = (cost: ResourceCost) => cost.monthly?.likely ?? ZERO;
  const heavier = weight(b).cmp(weight(a));
  return heavier || byCodePoint(a.project, b.project) || byCodePoint(a.address, b.address);
}
