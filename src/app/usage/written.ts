import type { UsageDefault } from '../../estimate/catalog/usage-defaults.ts';
import { addressForm, covers, typeOf } from '../../estimate/usage/address.ts';
import type { AskedKeys } from '../../estimate/usage/asked-keys.ts';
import type { UsageAddress } from '../../estimate/usage/usage.ts';
import type { WrittenResource } from '../../estimate/usage/write.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Resource } from '../../model/resource.ts';

type Named = Pick<Resource, 'address' | 'type'>;
type Defaults = (type: string) => ReadonlyMap<string, UsageDefault>;

/**
 * What a usage file has of some resources, sorted by address: the keys that were asked of each and all that is recorded of it;
 * instances of one block that are alike as one entry with `[*]`. What is recorded of an address that none of them has is kept: it may
 * be one that could not be seen.
 */
export function writtenResources(
  resources: readonly Named[],
  addresses: readonly UsageAddress[],
  usage: AskedKeys,
  defaults: Defaults,
): WrittenResource[] {
  const forms = byForm(resources);
  const written = [...forms].flatMap(([form, instances]): WrittenResource[] => {
    const entries = instances.map((one) => writtenResource(one, usage, defaults));
    const [first] = entries;
    if (first === undefined) return [];
    const isAlike = entries.every(({ keys }) => JSON.stringify(keys) === JSON.stringify(first.keys));
    return isAlike ? [{ ...first, address: instances.length === 1 ? first.address : form }] : entries;
  });
  const others = addresses
    .filter(({ address }) => !isOfAny(address, forms))
    .map(({ address }) => writtenResource({ address, type: typeOf(address) ?? '' }, usage, defaults));
  return [...written, ...others]
    .filter(({ keys }) => keys.length > 0)
    .sort((a, b) => byCodePoint(a.address, b.address));
}

/** Resources by the form of their addresses. Projects may have addresses in common: a usage file speaks of all at once. */
function byForm(resources: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const forms = new Map<string, Named[]>();
  for (const resource of new Map(resources.map((one) => [one.address, one])).values()) {
    const { form } = addressForm(resource.address);
    const instances = forms.get(form);
    if (instances === undefined) forms.set(form, [resource]);
    else instances.push(resource);
  }
  return forms;
}

function isOfAny(address: string, forms: ReturnType<typeof byForm>): boolean {
  const pattern = addressForm(address);
  return (forms.get(pattern.form) ?? []).some((one) => covers(pattern, addressForm(one.address)));
}

function writtenResource({ address, type }: Named, usage: AskedKeys, defaults: Defaults): WrittenResource {
  const asked = usage.keys.get(address) ?? [];
  const said = usage.of(address, type);
  const fallbacks = defaults(type);
  const keys = [...new Set([...asked, ...said.keys()])].map((key) => ({
    key,
    said: said.get(key),
    fallback: fallbacks.get(key) ?? null,
  }));
  return { address, keys };
}
