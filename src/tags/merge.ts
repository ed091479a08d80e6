import type { Known, TagSet } from './tag-set.ts';

/** The tags of a resource on top of its provider's defaults: the resource wins key by key. */
export function mergeTags(defaults: TagSet, own: TagSet): ReadonlyMap<string, Known> {
  const keys = new Map<string, Known>();
  for (const [key, tag] of defaults.keys) {
    const replaced = own.open !== undefined && !own.keys.has(key);
    keys.set(key, replaced && tag.state === 'present' ? { ...tag, value: null } : tag);
  }
  for (const [key, tag] of own.keys) {
    const beneath = keys.get(key);
    // A key that may be written is there anyway when the defaults have it; only its value is in doubt.
    if (tag.state === 'unknown' && beneath?.state === 'present') keys.set(key, { ...beneath, value: null });
    else keys.set(key, tag);
  }
  return keys;
}
