import { UserError } from '../../lib/errors.ts';
import type { Catalog } from '../../estimate/catalog/catalog.ts';
import type { ProfitCenter } from '../../model/config.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { Resource } from '../../model/resource.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import { belongs } from '../../units/match.ts';
import type { Group, Grouped, Member } from './breakdown.ts';

/** What an estimate can be broken down by, besides `tag:KEY`. */
export const DIMENSIONS = ['project', 'service', 'region', 'type', 'module', 'profit_center'] as const;

export type Dimension = (typeof DIMENSIONS)[number] | `tag:${string}`;

/** Reads a list such as `project,tag:Team`. Throws a UserError for what is no dimension. */
export function readDimensions(text: string): readonly Dimension[] {
  return text.split(',').map((part) => {
    const name = part.trim();
    const known = DIMENSIONS.find((one) => one === name);
    if (known !== undefined) return known;
    if (/^tag:.+/.test(name)) return name as Dimension;
    throw new UserError(`An estimate cannot be broken down by "${name.slice(0, 100)}".`, {
      hint: `Use ${DIMENSIONS.join(', ')} or tag:KEY.`,
    });
  });
}

/** What the groups of resources are told by. */
export interface GroupContext {
  readonly catalog: Catalog;
  readonly tags: (resource: Resource) => EffectiveTags;
  readonly profitCenters: readonly ProfitCenter[];
}

/** The group of a resource in a dimension; of its lines for `service`, since one resource is charged by several. */
export function groupOf(
  dimension: Dimension,
  { resource, cost }: Member,
  context: GroupContext,
): Grouped['group'] {
  switch (dimension) {
    case 'project':
      return value(resource.project);
    case 'type':
      return value(resource.type);
    case 'module':
      return resource.modulePath === '' ? { name: 'root module', kind: 'none' } : value(resource.modulePath);
    case 'region':
      return regionOf(resource, cost);
    case 'service':
      return ({ price }) =>
        value(price === null ? serviceOf(resource, context.catalog) : `${price.provider}/${price.service}`);
    case 'profit_center':
      return profitCenterOf(resource, context);
    default:
      return tagOf(dimension.slice('tag:'.length), context.tags(resource));
  }
}

/** `aws/ec2`: where the prices of a type stand. */
export function serviceOf({ type }: Resource, catalog: Catalog): string {
  const entry = catalog.entry(type);
  return entry === undefined ? type : `${entry.provider}/${entry.service}`;
}

function regionOf({ region }: Resource, cost: ResourceCost): Group {
  const known = knownRegion(region, cost);
  if (known !== null) return value(known);
  return region.kind === 'null' ? { name: 'no region', kind: 'none' } : { name: 'unknown', kind: 'unknown' };
}

/** The region that a resource was priced in, or its own; null where it is not known. */
export function knownRegion(region: Resource['region'], { region: priced }: ResourceCost): string | null {
  if (priced !== undefined && priced !== null) return priced;
  return region.kind === 'string' && region.sensitive !== true ? region.value : null;
}

function tagOf(key: string, tags: EffectiveTags): Group {
  if (tags.taggable === 'no') return { name: 'not taggable', kind: 'none' };
  const tag = tags.keys.get(key);
  if (tag === undefined) {
    return tags.others.state === 'open'
      ? { name: 'unknown', kind: 'unknown' }
      : { name: 'untagged', kind: 'none' };
  }
  return tag.state === 'unknown' || tag.value === null
    ? { name: 'unknown', kind: 'unknown' }
    : value(tag.value);
}

/** The first that the resource surely belongs to; unknown when one before it may be. */
function profitCenterOf(resource: Resource, { profitCenters, tags }: GroupContext): Group {
  for (const { id, match } of profitCenters) {
    const belongsTo = belongs(match, resource, tags(resource));
    if (belongsTo === 'yes') return value(id);
    if (belongsTo === 'maybe') return { name: 'unknown', kind: 'unknown' };
  }
  return { name: 'not attributed', kind: 'none' };
}

function value(name: string): Group {
  return { name, kind: 'value' };
}
