import { costKey } from '../estimate/estimate-all.ts';
import type { ResourceCost } from '../model/cost.ts';
import type { Resource } from '../model/resource.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { UnitMatch } from '../model/unit.ts';
import { belongs } from './match.ts';

/** A resource of one side with what is known of it. */
export interface CostedResource {
  readonly resource: Resource;
  readonly cost: ResourceCost;
  readonly tags: EffectiveTags;
}

/** A resource that belongs to a unit, or may belong to it. */
export interface Member {
  readonly cost: ResourceCost;
  readonly isCertain: boolean;
}

/** The members of a unit at one side, by `costKey`. What is free is a member only when that is certain. */
export function membersOf(
  match: UnitMatch,
  resources: readonly CostedResource[],
): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const { resource, cost, tags } of resources) {
    const membership = belongs(match, resource, tags);
    if (membership === 'no' || (membership === 'maybe' && cost.status === 'free')) continue;
    members.set(costKey(resource.project, resource.address), { cost, isCertain: membership === 'yes' });
  }
  return members;
}
