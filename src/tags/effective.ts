import semver from 'semver';
import type { Resource } from '../model/resource.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { Value } from '../model/value.ts';
import { withoutIgnored } from './ignored.ts';
import { mergeTags } from './merge.ts';
import type { Taggable, TaggableTable } from './table.ts';
import { blockTags, mapTags, NO_TAGS } from './tag-set.ts';

/**
 * The tags that a resource will carry: the provider's defaults, then what is written on it, which wins key by key
 * (AWS provider, "default_tags"; Google provider, "default_labels"). Of a tag that the provider is told to ignore nobody can
 * tell whether it gets applied. Where a part is unknown, keys and values that can
 * still change are said to be unknown, and never absent.
 */
export function effectiveTags(resource: Resource, table: TaggableTable): EffectiveTags {
  const entry = table.find(resource.type);
  if (entry === 'no') return { taggable: 'no', keys: new Map(), others: { state: 'closed' } };
  const written = entry && valueOf(resource, entry);
  if (entry === undefined || (!isSure(entry, resource) && written === undefined)) {
    const reason = `it is not known whether ${resource.type} takes tags`;
    return { taggable: 'unknown-type', keys: new Map(), others: { state: 'open', reason } };
  }
  const own = withoutIgnored(
    entry.shape === 'map' ? mapTags(written, 'resource') : blockTags(written),
    resource.provider.ignoreTags,
  );
  const defaults = entry.defaults ? mapTags(resource.provider.defaultTags, 'provider-default') : NO_TAGS;
  const open = own.open ?? defaults.open;
  return {
    taggable: 'yes',
    keys: mergeTags(defaults, own),
    others: open === undefined ? { state: 'closed' } : { state: 'open', reason: open },
  };
}

/** Whether the provider that is in use takes tags there: some do from one version on, or up to one. */
function isSure({ since, until }: Taggable, { provider }: Resource): boolean {
  if (since === undefined && until === undefined) return true;
  const version = provider.version === undefined ? null : semver.valid(provider.version);
  if (version === null) return false;
  return (
    (since === undefined || semver.gte(version, since)) && (until === undefined || semver.lte(version, until))
  );
}

/** The argument that holds the tags; of nested blocks the first one counts. */
function valueOf(resource: Resource, { attribute }: Taggable): Value | undefined {
  return valueAt(resource.attributes, attribute.split('.'));
}

function valueAt(value: Value, [step, ...others]: readonly string[]): Value | undefined {
  if (step === undefined || value.kind === 'unknown') return value;
  if (value.kind !== 'object' && value.kind !== 'map') return undefined;
  const found = value.entries.get(step.replace('[]', ''));
  if (found === undefined) return value.rest && { kind: 'unknown', ...value.rest, origin: [] };
  if (!step.endsWith('[]')) return valueAt(found, others);
  return valueAt(firstItem(found), others);
}

function firstItem(value: Value): Value {
  const isList = value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
  return isList ? (value.items[0] ?? { kind: 'null', origin: [] }) : value;
}
