import type { Config } from '../../model/config.ts';
import type { Resource } from '../../model/resource.ts';
import type { ChildTags, EffectiveTags } from '../../model/tags.ts';
import { childTags } from '../../tags/children.ts';
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

/** The tags of what resources make, where the configuration asks for them. */
export function childReader(
  config: Config,
  tags: (resource: Resource) => EffectiveTags,
): { readonly children?: (resource: Resource) => readonly ChildTags[] } {
  if (config.policies.requiredTags.children !== true) return {};
  return { children: (resource) => childTags(resource, tags(resource)) };
}

/** Whether the provider's default tags reach resources of a type. */
export function inheritsDefaultTags(type: string): boolean {
  const taggable = taggableTable.find(type);
  return taggable !== undefined && taggable !== 'no' && taggable.defaults;
}
