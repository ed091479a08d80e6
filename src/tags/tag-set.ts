import { Assumption, rangeOf } from '../model/source.ts';
import type { SourceRange } from '../model/source.ts';
import type { TagState } from '../model/tags.ts';
import { describeUnknown } from '../model/unknown-text.ts';
import type { Unknownness, Value } from '../model/value.ts';

export type Present = Extract<TagState, { state: 'present' }>;
export type Known = Extract<TagState, { state: 'present' | 'unknown' }>;

/** Tags of one origin. `open`: why there may be more keys. */
export interface TagSet {
  readonly keys: ReadonlyMap<string, Known>;
  readonly open: string | undefined;
}

/** No tags, and certainly no others. */
export const NO_TAGS: TagSet = { keys: new Map(), open: undefined };

/**
 * The tags that a map argument gives. A key with a null value is dropped, as the providers do; an empty text stays. A
 * key whose value is unknown is there, with value null.
 */
export function mapTags(value: Value | undefined, from: Present['from']): TagSet {
  if (value === undefined || value.kind === 'null') return NO_TAGS;
  if (value.kind !== 'object' && value.kind !== 'map') {
    const cause: Unknownness = value.kind === 'unknown' ? value : { reason: 'error-in-expression' };
    return { keys: new Map(), open: unknownPart(cause) };
  }
  const keys = new Map<string, Known>();
  for (const [key, entry] of value.entries) {
    if (value.uncertain?.has(key) === true) {
      keys.set(key, {
        state: 'unknown',
        reason: unknownPart(value.doubt ?? { reason: 'computed-attribute' }),
      });
    } else if (entry.kind !== 'null') keys.set(key, presentTag(entry, from, value.sensitive));
  }
  return { keys, open: value.rest && unknownPart(value.rest) };
}

/** The tags that blocks with `key` and `value` give. */
export function blockTags(value: Value | undefined): TagSet {
  if (value === undefined || value.kind === 'null') return NO_TAGS;
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') {
    const cause: Unknownness = value.kind === 'unknown' ? value : { reason: 'error-in-expression' };
    return { keys: new Map(), open: unknownPart(cause) };
  }
  const keys = new Map<string, Known>();
  let open = value.rest && unknownPart(value.rest);
  for (const item of value.items) {
    if (item.kind !== 'object' && item.kind !== 'map') {
      open ??= unknownPart(item.kind === 'unknown' ? item : { reason: 'error-in-expression' });
      continue;
    }
    const key = item.entries.get('key');
    const entry = item.entries.get('value');
    if (key?.kind === 'string') {
      if (entry !== undefined && entry.kind !== 'null')
        keys.set(key.value, presentTag(entry, 'tag-block', item.sensitive));
    } else open ??= unknownPart(key?.kind === 'unknown' ? key : { reason: 'error-in-expression' });
  }
  return { keys, open };
}

function presentTag(value: Value, from: Present['from'], sensitive: true | undefined): Present {
  const place = placeOf(value);
  return {
    state: 'present',
    value: tagText(value),
    from,
    ...((value.sensitive ?? sensitive) === true ? { sensitive: true } : {}),
    ...(place === undefined ? {} : { source: place }),
  };
}

/** Numbers and bools arrive as text. */
function tagText(value: Value): string | null {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'number') return value.value.toFixed();
  return value.kind === 'bool' ? String(value.value) : null;
}

/** The last of the places that determined a value is the one nearest to the resource. */
function placeOf(value: Value): SourceRange | undefined {
  const span = value.origin.findLast(({ source }) => !(source instanceof Assumption));
  return span && rangeOf(span);
}

function unknownPart(part: Unknownness): string {
  return describeUnknown(part, 'a part');
}
