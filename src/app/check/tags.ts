import type { Resource } from '../../model/resource.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import { effectiveTags } from '../../tags/effective.ts';
import { taggableTable } from '../../tags/table.ts';

/** Effective tags of resources; each is worked out once, when first asked for. */
export function tagReader(): (resource: Resource) => EffectiveTags {
  const known = new WeakMap<Resource, EffectiveTags>();
  return (resource) => {
    let tags = known.get(resource);
    if (tags === undefined) known.set(resource, (tags = effectiveTags(resource, taggableTable)));
    return tags;
  };
}

/** Whether the provider's default tags reach resources of a type. */
export function inheritsDefaultTags(type: string): boolean {
  const taggable = taggableTable.find(type);
  return taggable !== undefined && taggable !== 'no' && taggable.defaults;
}
