import { traits } from '../iac/terraform/evaluate/traits.ts';
import type { Resource } from '../model/resource.ts';
import type { KnownCounts } from '../model/result.ts';
import { KnownCounter } from '../model/known-counter.ts';
import type { Unknownness, Value } from '../model/value.ts';
import type { TaggableTable } from './table.ts';

/**
 * How many tags of resources are known, those that a provider gives by default too. Tags that are written in blocks of
 * their own are not among them. A set of tags of which more keys are possible has one unknown tag more.
 */
export function countTags(resources: readonly Resource[], table: TaggableTable): KnownCounts {
  const counter = new KnownCounter();
  for (const resource of resources) {
    const taggable = table.find(resource.type);
    if (taggable === undefined || taggable === 'no' || taggable.shape !== 'map') continue;
    const written = resource.attributes.entries.get(taggable.attribute);
    const { defaultTags } = resource.provider;
    for (const { value, missing } of tagsOf(written, taggable.defaults ? defaultTags : undefined)) {
      counter.note(missing, value !== undefined && traits(value).assumed);
    }
  }
  return counter.counts;
}

interface Tag {
  readonly value?: Value;
  readonly missing?: Unknownness | undefined;
}

/** Each tag once: what is written wins over the default. */
function tagsOf(written: Value | undefined, defaults: Value | undefined): Iterable<Tag> {
  const tags = new Map<string, Tag>();
  const others: Tag[] = [];
  for (const value of [defaults, written]) {
    if (value?.kind === 'unknown') others.push({ value, missing: value });
    if (value?.kind !== 'object' && value?.kind !== 'map') continue;
    const doubt = value.doubt ?? { reason: 'unknown-repetition' };
    for (const [key, entry] of value.entries) {
      if (entry.kind === 'null') continue;
      const isCertain = value.uncertain?.has(key) !== true;
      tags.set(key, { value: entry, missing: isCertain ? missingPart(entry) : doubt });
    }
    if (value.rest !== undefined) others.push({ missing: value.rest });
  }
  return [...tags.values(), ...others];
}

function missingPart(value: Value): Unknownness | undefined {
  return value.kind === 'unknown' ? value : undefined;
}
