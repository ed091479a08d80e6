import type { Resource } from '../../model/resource.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { fingerprint } from '../diff/fingerprint.ts';
import type { Moved } from '../diff/moved.ts';
import { pairResources } from '../diff/pair.ts';
import { recordedValue } from '../recorded/value.ts';
import { isElsewhere, isRenewed, renewedBlocks } from './renewed.ts';
import type { State, StateObject } from './state.ts';

/** Arguments that say all there is when they are not written: no tags are no tags, whatever an object carries. */
const WRITTEN_ONLY = new Set(['tags', 'tags_all', 'labels', 'effective_labels', 'terraform_labels', 'tag']);

/** Both sides of a comparison. */
export interface FilledSides {
  readonly base: readonly Resource[];
  readonly head: readonly Resource[];
}

/**
 * Both sides of a project with what its state knows and the configuration cannot: at the base what is computed, or asked of a
 * data source, and what is not written and the cloud has chosen; at the head the same where it comes from the same expression
 * and from nothing that changes.
 * A written value is never changed. `moved` are the statements of the head, by which it is the same resource on both sides.
 * Of a resource in unknown number nothing is filled in: its instances are not alike.
 */
export function fillFromState(
  base: readonly Resource[],
  head: readonly Resource[],
  state: State,
  moved: readonly Moved[],
): FilledSides {
  const objects = new Map(state.objects.map((object) => [object.address, object]));
  const filled = new Map(base.map((resource) => [resource, filledResource(resource, objects)]));
  const pairs = pairResources(base, head, moved);
  const before = new Map(pairs.map((pair) => [pair.head, pair.base]));
  const renewed = renewedBlocks(pairs);
  return {
    base: [...filled.values()],
    head: head.map((resource) => {
      const old = before.get(resource);
      const known = old === undefined ? undefined : filled.get(old);
      if (old === undefined || known === undefined) return resource;
      const isReplaced = objects.get(old.address)?.isTainted === true || isElsewhere(old, resource);
      return isReplaced ? resource : carriedOver(old, known, resource, renewed);
    }),
  };
}

type Objects = ReadonlyMap<string, StateObject>;

function filledResource(resource: Resource, objects: Objects): Resource {
  const own = objects.get(resource.address);
  const entries = new Map<string, Value>();
  for (const [key, value] of resource.attributes.entries) {
    const stored = own === undefined ? undefined : storedAttribute(own, key);
    entries.set(key, filledValue(value, stored, objects));
  }
  if (own !== undefined && resource.attributes.rest === undefined) {
    for (const key of Object.keys(own.attributes)) {
      const stored = entries.has(key) || WRITTEN_ONLY.has(key) ? undefined : storedAttribute(own, key);
      if (stored !== undefined) entries.set(key, stored);
    }
  }
  return { ...resource, attributes: { ...resource.attributes, entries } };
}

/** What a state has for an attribute of an object. */
function storedAttribute(object: StateObject, key: string): Value | undefined {
  const { attributes, sensitive, type } = object;
  const all = recordedValue({ data: attributes, unknown: false, sensitive, type, path: '' });
  return all.kind === 'object' ? all.entries.get(key) : undefined;
}

/** A written value with its unknown parts as they are stored: under the same path, or where they refer to. */
function filledValue(written: Value, stored: Value | undefined, objects: Objects): Value {
  if (written.kind === 'unknown') {
    const found = stored ?? referredValue(written, objects);
    if (found === undefined || found.kind === 'null' || contradicts(written, found)) return written;
    return { ...found, origin: written.origin, ...(written.sensitive === true ? { sensitive: true } : {}) };
  }
  if ('entries' in written) return filledObject(written, stored, objects);
  if (!('items' in written) || written.rest !== undefined || written.kind === 'set') return written;
  const inner =
    stored !== undefined && 'items' in stored && stored.items.length === written.items.length
      ? stored.items
      : [];
  return { ...written, items: written.items.map((item, index) => filledValue(item, inner[index], objects)) };
}

function filledObject(written: ObjectValue, stored: Value | undefined, objects: Objects): Value {
  const inner = stored !== undefined && 'entries' in stored ? stored.entries : undefined;
  const entries = new Map<string, Value>();
  for (const [key, value] of written.entries) entries.set(key, filledValue(value, inner?.get(key), objects));
  return { ...written, entries };
}

function referredValue(
  { reference }: Extract<Value, { kind: 'unknown' }>,
  objects: Objects,
): Value | undefined {
  const object = reference === undefined ? undefined : objects.get(reference.address);
  return object === undefined || reference === undefined
    ? undefined
    : storedAttribute(object, reference.attribute);
}

/** Whether a stored value is none of those that the expression can have. */
function contradicts({ candidates, prefix }: Extract<Value, { kind: 'unknown' }>, stored: Value): boolean {
  if (prefix !== undefined && !(stored.kind === 'string' && stored.value.startsWith(prefix))) return true;
  return candidates !== undefined && !candidates.some((one) => fingerprint(one) === fingerprint(stored));
}

/** The head with what the state gave the base, attribute by attribute where both are written alike and come from the same. */
function carriedOver(old: Resource, known: Resource, head: Resource, renewed: ReadonlySet<string>): Resource {
  const entries = new Map(head.attributes.entries);
  for (const [key, value] of known.attributes.entries) {
    const [before, after] = [old.attributes.entries.get(key), entries.get(key)];
    const isAlike =
      before === undefined || after === undefined
        ? before === after
        : fingerprint(before) === fingerprint(after);
    if (!isAlike || before === value) continue;
    if (after === undefined || !isRenewed(after, renewed)) entries.set(key, value);
  }
  return { ...head, attributes: { ...head.attributes, entries } };
}
