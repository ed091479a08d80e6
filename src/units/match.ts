import { globMatches } from '../lib/glob.ts';
import { textMatches } from '../lib/text-glob.ts';
import type { Resource } from '../model/resource.ts';
import type { EffectiveTags } from '../model/tags.ts';
import type { UnitMatch } from '../model/unit.ts';

/** `maybe`: a tag that decides is not known. */
export type Membership = 'yes' | 'no' | 'maybe';

/** Whether a resource belongs to a unit: every given part of the match must hold. In a tag's value `*` is any text. */
export function belongs(match: UnitMatch, resource: Resource, tags: EffectiveTags): Membership {
  const anyOf = (patterns: readonly string[] | undefined, text: string): boolean =>
    patterns === undefined || patterns.some((pattern) => globMatches(pattern, text));
  if (!anyOf(match.paths, resource.source.file)) return 'no';
  if (!anyOf(match.types, resource.type)) return 'no';
  let answer: Membership = 'yes';
  for (const [key, pattern] of Object.entries(match.tags ?? {})) {
    const held = tagHolds(key, pattern, tags);
    if (held === 'no') return 'no';
    if (held === 'maybe') answer = 'maybe';
  }
  return answer;
}

function tagHolds(key: string, pattern: string, tags: EffectiveTags): Membership {
  if (tags.taggable === 'no') return 'no';
  const tag = tags.keys.get(key);
  if (tag === undefined) return tags.others.state === 'open' ? 'maybe' : 'no';
  if (tag.state === 'unknown' || tag.value === null) return 'maybe';
  return textMatches(pattern, tag.value) ? 'yes' : 'no';
}
