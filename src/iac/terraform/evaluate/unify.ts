import type { AttributeType, Type } from '../../../model/value.ts';

type Kind = 'any' | 'primitive' | 'list' | 'set' | 'map' | 'tuple' | 'object';

/**
 * The one type that values of all the given types can be converted to, or undefined when there is none.
 * Follows `convert.UnifyUnsafe` of go-cty: only a given type, or a structure of given types, can be the result.
 */
export function unify(types: readonly Type[]): Type | undefined {
  const first = types[0];
  if (first === undefined) return 'any';
  if (types.every((type) => type === first)) return first;
  const kinds = new Set(types.map(kindOf));
  const dynamic = kinds.delete('any');
  const only = [...kinds].sort().join('+');
  if (only === 'list' || only === 'set' || only === 'map') return unifyCollections(types, only, dynamic);
  if (only === 'object') return dynamic ? 'any' : unifyObjects(types.filter(isObject));
  if (only === 'tuple') return dynamic ? 'any' : unifyTuples(types.filter(isTuple));
  if (only === 'map+object') return unify(types.map(objectAsMap)) ?? preferred(types);
  if (only === 'list+tuple') return unify(types.map(tupleAsList)) ?? preferred(types);
  if (kinds.has('object') && kinds.has('tuple')) return undefined;
  return preferred(types);
}

/** True when both types are the same, attribute by attribute. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') return false;
  if ('list' in a) return 'list' in b && sameType(a.list, b.list);
  if ('set' in a) return 'set' in b && sameType(a.set, b.set);
  if ('map' in a) return 'map' in b && sameType(a.map, b.map);
  if ('tuple' in a) {
    return (
      'tuple' in b &&
      a.tuple.length === b.tuple.length &&
      a.tuple.every((t, i) => sameType(t, b.tuple[i] ?? 'any'))
    );
  }
  if (!('object' in b) || a.object.size !== b.object.size) return false;
  return [...a.object].every(([name, attribute]) => {
    const other = b.object.get(name);
    return other !== undefined && sameType(attribute.type, other.type);
  });
}

/** True when no part of the type is `any`. */
export function isExact(type: Type): boolean {
  if (typeof type === 'string') return type !== 'any';
  if ('tuple' in type) return type.tuple.every(isExact);
  if ('object' in type) return [...type.object.values()].every((attribute) => isExact(attribute.type));
  return isExact(elementOf(type));
}

type ObjectType = Extract<Type, { object: unknown }>;
type TupleType = Extract<Type, { tuple: unknown }>;

function isObject(type: Type): type is ObjectType {
  return kindOf(type) === 'object';
}

function isTuple(type: Type): type is TupleType {
  return kindOf(type) === 'tuple';
}

function kindOf(type: Type): Kind {
  if (type === 'any') return 'any';
  if (typeof type === 'string') return 'primitive';
  if ('list' in type) return 'list';
  if ('set' in type) return 'set';
  if ('map' in type) return 'map';
  return 'tuple' in type ? 'tuple' : 'object';
}

function unifyCollections(
  types: readonly Type[],
  kind: 'list' | 'set' | 'map',
  dynamic: boolean,
): Type | undefined {
  if (dynamic) return 'any';
  const element = unify(types.map(elementOf));
  if (element === undefined) return undefined;
  if (kind === 'list') return { list: element };
  return kind === 'set' ? { set: element } : { map: element };
}

/** What a list, set or map holds; `any` for all other types. */
export function elementOf(type: Type): Type {
  if (typeof type === 'string') return 'any';
  if ('list' in type) return type.list;
  if ('set' in type) return type.set;
  return 'map' in type ? type.map : 'any';
}

/** Same attribute names: attribute by attribute. Different names: one map, when all attributes agree. */
function unifyObjects(types: readonly ObjectType[]): Type | undefined {
  const names = [...(types[0]?.object.keys() ?? [])];
  const alike = types.every(
    (type) => type.object.size === names.length && names.every((name) => type.object.has(name)),
  );
  if (!alike) {
    const all = types.flatMap((type) => [...type.object.values()].map((attribute) => attribute.type));
    const element = unify(all);
    return element === undefined ? undefined : { map: element };
  }
  const attributes = new Map<string, AttributeType>();
  for (const name of names) {
    const type = unify(types.map((object) => object.object.get(name)?.type ?? 'any'));
    if (type === undefined) return undefined;
    attributes.set(name, { type, optional: false });
  }
  return { object: attributes };
}

/** Same length: element by element. Different lengths: one list, when all elements agree. */
function unifyTuples(types: readonly TupleType[]): Type | undefined {
  const length = types[0]?.tuple.length ?? 0;
  if (!types.every((type) => type.tuple.length === length)) {
    const element = unify(types.flatMap((type) => type.tuple));
    return element === undefined ? undefined : { list: element };
  }
  const items: Type[] = [];
  for (let i = 0; i < length; i++) {
    const type = unify(types.map((tuple) => tuple.tuple[i] ?? 'any'));
    if (type === undefined) return undefined;
    items.push(type);
  }
  return { tuple: items };
}

function objectAsMap(type: Type): Type {
  if (!isObject(type)) return type;
  return { map: unify([...type.object.values()].map((attribute) => attribute.type)) ?? 'any' };
}

function tupleAsList(type: Type): Type {
  return isTuple(type) ? { list: unify(type.tuple) ?? 'any' } : type;
}

/** The first given type that all others can be converted to; string before number and bool, list before set. */
function preferred(types: readonly Type[]): Type | undefined {
  const order = [...types].sort((a, b) => rank(a) - rank(b));
  return order.find((wanted) => wanted !== 'any' && types.every((type) => convertible(type, wanted)));
}

function rank(type: Type): number {
  return type === 'string' || (typeof type !== 'string' && 'list' in type) ? 0 : 1;
}

function convertible(from: Type, to: Type): boolean {
  if (from === 'any' || to === 'any' || sameType(from, to)) return true;
  if (typeof to === 'string') {
    return typeof from === 'string' && (to === 'string' || from === 'string');
  }
  if (typeof from === 'string') return false;
  const sequence = 'list' in from || 'set' in from;
  if ('list' in to || 'set' in to) {
    if ('tuple' in from) return from.tuple.every((type) => convertible(type, elementOf(to)));
    return sequence && convertible(elementOf(from), elementOf(to));
  }
  if ('map' in to) {
    if ('object' in from) {
      return [...from.object.values()].every((attribute) => convertible(attribute.type, to.map));
    }
    return 'map' in from && convertible(from.map, to.map);
  }
  return false;
}
