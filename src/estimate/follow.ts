import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { typesOf } from './catalog/attributes.ts';
import type { Follow } from './catalog/entry.ts';
import { explainUnknown, valueAt } from './evaluate/attribute.ts';
import { clip } from './evaluate/reading.ts';
import type { Followed } from './evaluate/scope.ts';

/** Attributes that name exactly one resource. Configurations do not write them; plans and states have them. */
const IDENTITIES = ['id', 'arn'];

/** Finds other resources of the same project and side. */
export interface Neighbours {
  lookup(address: string): Resource | undefined;
  /** The one resource of a type whose attribute has this text; undefined for none or several. */
  named?(type: string, attribute: string, text: string): Resource | undefined;
}

/** The resource that an entry follows from this one: by reference, or by a known name. */
export function followResource(resource: Resource, follow: Follow, neighbours: Neighbours): Followed {
  for (const path of follow.via) {
    const value = valueAt(resource.attributes, path.split('.'));
    if (value === undefined || value.kind === 'null') continue;
    const found = target(value, path, follow, neighbours);
    return found.kind === 'unknown' && follow.optional === true ? { kind: 'absent' } : found;
  }
  return { kind: 'absent' };
}

function target(value: Value, path: string, follow: Follow, neighbours: Neighbours): Followed {
  if (value.kind === 'unknown') {
    const found = value.reference === undefined ? undefined : neighbours.lookup(value.reference.address);
    if (found !== undefined && typesOf(follow).includes(found.type))
      return { kind: 'resource', resource: found };
    return { kind: 'unknown', reason: `${path} is unknown: ${explainUnknown(value)}`, value };
  }
  if (value.kind === 'string' && value.sensitive !== true) {
    const attributes = [...(follow.match ?? []), ...IDENTITIES];
    for (const type of typesOf(follow)) {
      for (const attribute of attributes) {
        const found = neighbours.named?.(type, attribute, value.value);
        if (found !== undefined) return { kind: 'resource', resource: found };
      }
    }
    return { kind: 'unknown', reason: `${path} "${clip(value.value)}" is not defined in this project` };
  }
  return { kind: 'unknown', reason: `${path} names no ${follow.type}` };
}
