import { traits } from '../iac/terraform/evaluate/traits.ts';
import { Assumption } from '../model/source.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { namesOf } from './catalog/attributes.ts';
import type { CatalogEntry } from './catalog/entry.ts';

/** Items of one collection in a shape: a larger one is seldom met twice. */
const MOST_ITEMS = 50;

/**
 * A text that is equal for two resources of one entry when all that the entry reads of them is equal and certain, so that they cost
 * the same by the same usage. Undefined where something is unknown, secret or assumed, or where another resource is named.
 */
export function shapeOf(resource: Resource, entry: CatalogEntry): string | undefined {
  if (resource.repetition === 'unknown') return undefined;
  const names = namesOf(entry);
  const region = certainText(resource.region, names.anywhere);
  if (region === undefined) return undefined;
  const { entries, rest, uncertain } = resource.attributes;
  if (rest !== undefined || uncertain !== undefined) return undefined;
  let shape = `${resource.type} ${region}`;
  for (const name of names.first) {
    const text = certainText(entries.get(name), names.anywhere);
    if (text === undefined) return undefined;
    shape += `,${text}`;
  }
  return namesAnother(resource, entry) ? undefined : shape;
}

function namesAnother({ attributes }: Resource, { follow }: CatalogEntry): boolean {
  return Object.values(follow ?? {}).some(({ via }) =>
    via.some((path) => {
      const named = attributes.entries.get(path.split('.')[0] ?? path);
      return named !== undefined && named.kind !== 'null';
    }),
  );
}

/**
 * A value as a text that tells it from others as far as the entry reads it: of blocks, only these names. Undefined when a part of
 * it is not certain, or assumed: what is assumed is counted.
 */
function certainText(value: Value | undefined, names: ReadonlySet<string>): string | undefined {
  if (value === undefined) return '';
  if (value.sensitive === true || value.origin.some(({ source }) => source instanceof Assumption)) {
    return undefined;
  }
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return value.value.toString();
    case 'unknown':
      return undefined;
    case 'object':
    case 'map': {
      const isCertain = value.rest === undefined && value.uncertain === undefined;
      return isCertain && value.entries.size <= MOST_ITEMS ? textOfBlock(value.entries, names) : undefined;
    }
    default: {
      const isCertain = value.rest === undefined && value.unplaced === undefined;
      return isCertain && value.items.length <= MOST_ITEMS ? textOfList(value.items, names) : undefined;
    }
  }
}

function textOfBlock(entries: ReadonlyMap<string, Value>, names: ReadonlySet<string>): string | undefined {
  let shape = '{';
  for (const [name, part] of entries) {
    const isRead = names.has(name);
    const text = isRead ? certainText(part, names) : '';
    if (text === undefined || (!isRead && traits(part).assumed)) return undefined;
    if (isRead) shape += `${name}:${text},`;
  }
  return `${shape}}`;
}

function textOfList(items: readonly Value[], names: ReadonlySet<string>): string | undefined {
  let shape = '[';
  for (const item of items) {
    const text = certainText(item, names);
    if (text === undefined) return undefined;
    shape += `${text},`;
  }
  return `${shape}]`;
}
