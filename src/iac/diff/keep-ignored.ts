import type { Resource } from '../../model/resource.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { joinValues } from '../terraform/evaluate/join.ts';

/** Arguments that say where a resource lies. */
const PLACES = ['region', 'zone', 'location'];

/**
 * The resource of the head as it will be after an update: where `lifecycle.ignore_changes` names an argument or a part of
 * one, an existing object keeps what the base says (Terraform, "lifecycle"). Not for one that is replaced.
 */
export function keepIgnored(base: Resource, head: Resource): Resource {
  const { ignoreChanges } = head;
  if (ignoreChanges === undefined) return head;
  const region = keptRegion(base, head, ignoreChanges);
  if (ignoreChanges === 'all') return { ...head, attributes: base.attributes, region };
  let attributes: ObjectValue = head.attributes;
  for (const path of ignoreChanges) attributes = keepInObject(base.attributes, attributes, stepsOf(path));
  return { ...head, attributes, region };
}

/** A resource of which it is not known whether it is replaced: with what an update keeps, or with all that is written. */
export function keptOrWritten(kept: Resource, written: Resource): Resource {
  const cause = { reason: 'computed-attribute', detail: `${written.address}, replaced or not` } as const;
  const attributes = joinValues([kept.attributes, written.attributes], cause);
  if (attributes.kind !== 'object') throw new Error('Two objects join to one.');
  return { ...written, attributes, region: joinValues([kept.region, written.region], cause) };
}

/** Where a resource lies that keeps the argument that says it. That of its provider is no argument: nothing ignores it. */
function keptRegion(base: Resource, head: Resource, ignored: readonly string[] | 'all'): Value {
  const isKept = PLACES.some(
    (place) =>
      (ignored === 'all' || ignored.includes(place)) &&
      (base.attributes.entries.has(place) || head.attributes.entries.has(place)),
  );
  return isKept ? base.region : head.region;
}

/** The steps of `tags["a.b"]`, `disk[0].size`: names, keys and indexes. */
function stepsOf(path: string): readonly (string | number)[] {
  const steps = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g);
  return [...steps].map(([, key, index, name]) =>
    index === undefined ? (name ?? (JSON.parse(`"${key ?? ''}"`) as string)) : Number(index),
  );
}

/** The head's value with the base's at a path. Undefined: there is none. */
function keep(
  base: Value | undefined,
  head: Value | undefined,
  steps: readonly (string | number)[],
): Value | undefined {
  const [step] = steps;
  if (step === undefined) return base;
  if (typeof step === 'string') {
    const isAbsent = head === undefined || head.kind === 'null';
    if (isAbsent && base?.kind !== 'object' && base?.kind !== 'map') return head;
    const into: Value = isAbsent ? { kind: 'object', entries: new Map(), origin: [] } : head;
    return into.kind === 'object' || into.kind === 'map' ? keepInObject(base, into, steps) : head;
  }
  if (head === undefined || !('items' in head)) return head;
  const before = base !== undefined && 'items' in base ? base.items[step] : undefined;
  const kept = before && keep(before, head.items[step], steps.slice(1));
  return kept === undefined
    ? head
    : { ...head, items: head.items.map((item, at) => (at === step ? kept : item)) };
}

function keepInObject(
  base: Value | undefined,
  head: ObjectValue,
  [name, ...others]: readonly (string | number)[],
): ObjectValue {
  if (typeof name !== 'string') return head;
  const entries = new Map(head.entries);
  const kept = keep(entryOf(base, name), entries.get(name), others);
  if (kept === undefined) entries.delete(name);
  else entries.set(name, kept);
  return { ...head, entries };
}

/** What an object has under a name; unknown where that cannot be told. */
function entryOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind === 'unknown') return value;
  if (value?.kind !== 'object' && value?.kind !== 'map') return undefined;
  return value.entries.get(name) ?? (value.rest && { kind: 'unknown', ...value.rest, origin: [] });
}
