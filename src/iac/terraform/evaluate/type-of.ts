import type { AttributeType, ObjectValue, Type, Value } from '../../../model/value.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { unify } from './unify.ts';

/** The type of a value; `any` wherever it is not known. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return value.kind;
    case 'null':
    case 'unknown':
      return value.type ?? 'any';
    case 'tuple':
      return value.rest ? 'any' : { tuple: value.items.map(typeOf) };
    case 'list':
      return { list: value.elementType ?? elementType(value.items) };
    case 'set':
      return { set: value.elementType ?? elementType(value.items) };
    case 'map':
      return { map: value.elementType ?? elementType([...value.entries.values()]) };
    case 'object':
      return objectType(value);
  }
}

/** The type that all values can be converted to; `any` when there is none or none is known. */
export function elementType(values: readonly Value[]): Type {
  return unify(values.map(typeOf)) ?? 'any';
}

function objectType(value: ObjectValue): Type {
  if (value.rest || (value.uncertain && value.uncertain.size > 0)) return 'any';
  const attributes = new Map<string, AttributeType>();
  for (const [name, entry] of value.entries) attributes.set(name, { type: typeOf(entry), optional: false });
  return { object: attributes };
}

/** A type as Terraform writes it on one line, for messages. */
export function typeText(type: Type): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list(${typeText(type.list)})`;
  if ('set' in type) return `set(${typeText(type.set)})`;
  if ('map' in type) return `map(${typeText(type.map)})`;
  if ('tuple' in type) return `tuple([${type.tuple.map(typeText).join(', ')}])`;
  const names = [...type.object.keys()].sort(byCodePoint);
  const parts = names.map((name) => `${name}: ${typeText(type.object.get(name)?.type ?? 'any')}`);
  return `object({${parts.join(', ')}})`;
}

/** What a value is in one word with its article, for messages that must not show the value. */
export function kindText(value: Value): string {
  if (value.kind === 'null') return 'null';
  if (value.kind === 'object' || value.kind === 'unknown') return `an ${value.kind}`;
  return `a ${value.kind}`;
}
