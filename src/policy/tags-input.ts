import { isBlank } from '../lib/blank.ts';
import { nearest } from '../lib/nearest.ts';
import { textMatches } from '../lib/text-glob.ts';
import type { TagRule } from '../model/config.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { JsonObject } from './json-text.ts';
import { sourceJson } from './source-json.ts';

type KnownTag = EffectiveTags['keys'] extends ReadonlyMap<string, infer Tag> ? Tag : never;

/**
 * `input.resource.tags`: what the resource will carry. Sensitive values are left out: that they are empty or not allowed is
 * found here, and only that is told.
 */
export function tagsInput(tags: EffectiveTags, rules: readonly TagRule[]): JsonObject {
  return {
    taggable: tags.taggable,
    keys: Object.fromEntries([...tags.keys].map(([key, tag]) => [key, tagJson(tag, valuesOf(rules, key))])),
    others: tags.others.state === 'closed' ? 'absent' : 'unknown',
    othersReason: tags.others.state === 'closed' ? null : tags.others.reason,
    similarKeys: similarKeys(tags, rules),
    similarValues: similarValues(tags, rules),
  };
}

function valuesOf(rules: readonly TagRule[], key: string): TagRule['values'] {
  return rules.find((rule) => rule.key === key)?.values ?? null;
}

function tagJson(tag: KnownTag, values: TagRule['values']): JsonObject {
  if (tag.state === 'unknown') {
    const nothing = { value: null, empty: null, allowed: null };
    return { state: 'unknown', ...nothing, sensitive: false, reason: tag.reason, source: null };
  }
  const { value } = tag;
  const sensitive = tag.sensitive === true;
  return {
    state: 'present',
    value: sensitive ? null : value,
    empty: value === null ? null : isBlank(value),
    allowed: value === null || values === null ? null : values.some((glob) => textMatches(glob, value)),
    sensitive,
    reason: null,
    source: tag.source === undefined ? null : sourceJson(tag.source),
  };
}

/** For each required key that is not there, the key on the resource that it was most likely meant to be. */
function similarKeys(tags: EffectiveTags, rules: readonly TagRule[]): JsonObject {
  const required = new Set(rules.map(({ key }) => key));
  const spare = [...tags.keys.keys()].filter((key) => !required.has(key));
  const found: [string, string][] = [];
  for (const key of required) {
    const similar = tags.keys.has(key) ? undefined : nearest(key, spare);
    if (similar !== undefined) found.push([key, similar]);
  }
  return Object.fromEntries(found);
}

/** For each value, the allowed value without a star that is nearest to it, unless it is that value. */
function similarValues(tags: EffectiveTags, rules: readonly TagRule[]): JsonObject {
  const found: [string, string][] = [];
  for (const { key, values } of rules) {
    const tag = tags.keys.get(key);
    if (tag?.state !== 'present' || tag.value === null || tag.sensitive === true || values === null) continue;
    const similar = nearest(
      tag.value,
      values.filter((value) => !value.includes('*')),
    );
    if (similar !== undefined && similar !== tag.value) found.push([key, similar]);
  }
  return Object.fromEntries(found);
}
