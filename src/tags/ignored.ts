import type { ProviderRef } from '../model/resource.ts';
import { describeUnknown } from '../model/unknown-text.ts';
import type { Unknownness, Value } from '../model/value.ts';
import type { Known, TagSet } from './tag-set.ts';

/**
 * The tags with those in doubt that the provider's `ignore_tags` covers: they vanish from what a plan shows, and whether they
 * get applied cannot be seen (AWS provider, "ignore_tags"). Which keys it covers may itself be unknown: then it is any.
 */
export function withoutIgnored(tags: TagSet, ignored: ProviderRef['ignoreTags']): TagSet {
  if (ignored === undefined) return tags;
  const [keys, prefixes] = [texts(ignored.keys), texts(ignored.prefixes)];
  const covers = (key: string): string | undefined => {
    if (keys.known.includes(key) || prefixes.known.some((prefix) => key.startsWith(prefix))) {
      return 'ignore_tags of the provider covers it';
    }
    return keys.open ?? prefixes.open;
  };
  const seen = [...tags.keys].map(([key, tag]): [string, Known] => {
    const reason = tag.state === 'present' ? covers(key) : undefined;
    return [key, reason === undefined ? tag : { state: 'unknown', reason }];
  });
  return { ...tags, keys: new Map(seen) };
}

/** The texts of a set, and why there may be more. */
function texts(value: Value): { readonly known: readonly string[]; readonly open?: string } {
  if (value.kind === 'null') return { known: [] };
  const why = (cause: Unknownness): string =>
    `ignore_tags of the provider is unknown: ${describeUnknown(cause)}`;
  if (value.kind === 'unknown') return { known: [], open: why(value) };
  if (!('items' in value)) return { known: [] };
  const known = value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  const unknown = value.rest ?? value.items.find((item) => item.kind === 'unknown');
  return unknown === undefined ? { known } : { known, open: why(unknown) };
}
