import type { Type, Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { wholeNumber } from '../numbers.ts';
import { typeOf, typeText } from '../type-of.ts';
import { elementOf, unify } from '../unify.ts';
import type { Arguments } from './definition.ts';

// Types of results that depend on arguments that are not known (go-cty, `function/stdlib`).

type SequenceType = Extract<Type, { list: Type } | { set: Type } | { tuple: readonly Type[] }>;

/** The type of an argument that must be a list, set or tuple; undefined when it is not known. */
export function sequenceType(value: Value, sets: 'sets' | 'no sets' = 'sets'): SequenceType | undefined {
  const type = typeOf(value);
  if (type === 'any') return undefined;
  if (typeof type !== 'string' && ('list' in type || 'tuple' in type)) return type;
  if (typeof type !== 'string' && 'set' in type && sets === 'sets') return type;
  throw new ExpressionError(`a list is required, not ${typeText(type)}`);
}

/** The type of `element(list, index)`. */
export function elementAt(args: Arguments): Type {
  const type = sequenceType(args.value(0), 'no sets');
  if (type === undefined || 'set' in type) return 'any';
  if ('list' in type) return type.list;
  const index = args.value(1);
  if (index.kind !== 'number') return 'any';
  const { length } = type.tuple;
  if (length === 0) throw new ExpressionError('the list is empty');
  const at = wholeNumber(index.value, '"index"') % length;
  return type.tuple.at(at) ?? 'any';
}

/** The type of `slice(list, start, end)`. */
export function sliced(args: Arguments): Type {
  const type = sequenceType(args.value(0), 'no sets');
  const [start, end] = [args.value(1), args.value(2)].map((value, i) =>
    value.kind === 'number' ? wholeNumber(value.value, i === 0 ? '"start_index"' : '"end_index"') : undefined,
  );
  if ((start ?? 0) < 0 || (end ?? 0) < 0) throw new ExpressionError('an index must not be negative');
  if (start !== undefined && end !== undefined && end < start)
    throw new ExpressionError('the start must not be after the end');
  if (type === undefined) return 'any';
  if (!('tuple' in type)) return type;
  if (start === undefined || end === undefined) return 'any';
  if (end > type.tuple.length) throw new ExpressionError('the end is past the end of the list');
  return { tuple: type.tuple.slice(start, end) };
}

/** The type of a list with the same elements in another order. */
export function reversed(args: Arguments): Type {
  const type = sequenceType(args.value(0));
  if (type === undefined) return 'any';
  return 'tuple' in type ? { tuple: [...type.tuple].reverse() } : { list: elementOf(type) };
}

/** The type of `keys(map)`. */
export function keysOf(args: Arguments): Type {
  const type = typeOf(args.value(0));
  if (typeof type === 'string') return mapOnly(type);
  if ('map' in type) return { list: 'string' };
  return 'object' in type ? { tuple: [...type.object].map(() => 'string') } : mapOnly(type);
}

/** The type of `values(map)`. */
export function valuesOf(args: Arguments): Type {
  const type = typeOf(args.value(0));
  if (typeof type === 'string') return mapOnly(type);
  if ('map' in type) return { list: type.map };
  if (!('object' in type)) return mapOnly(type);
  const names = [...type.object.keys()].sort();
  return { tuple: names.map((name) => type.object.get(name)?.type ?? 'any') };
}

/** The type of `lookup(map, key, default)`. */
export function lookedUp(args: Arguments): Type {
  const type = typeOf(args.value(0));
  if (typeof type === 'string') return mapOnly(type);
  if ('map' in type) return type.map;
  const key = args.value(1);
  if (!('object' in type)) return mapOnly(type);
  if (key.kind !== 'string') return 'any';
  const fallback = args.values[2];
  return type.object.get(key.value)?.type ?? (fallback ? typeOf(fallback) : 'any');
}

function mapOnly(type: Type): Type {
  if (type === 'any') return type;
  throw new ExpressionError(`a map is required, not ${typeText(type)}`);
}

/** The type of `one(list)`. */
export function onlyElement(args: Arguments): Type {
  const type = sequenceType(args.value(0));
  if (type === undefined || !('tuple' in type)) return type ? elementOf(type) : 'any';
  if (type.tuple.length > 1) throw new ExpressionError('the list must have at most one element');
  return type.tuple[0] ?? 'any';
}

/** The type of `zipmap(keys, values)`. */
export function zipped(args: Arguments): Type {
  const type = sequenceType(args.value(1), 'no sets');
  return type === undefined || 'tuple' in type ? 'any' : { map: elementOf(type) };
}

/** The type of the first argument. */
export function sameAsFirst(args: Arguments): Type {
  return typeOf(args.value(0));
}

/** The type of a list of pieces of the first argument. */
export function listOfFirst(args: Arguments): Type {
  return { list: typeOf(args.value(0)) };
}

/** The type of `concat(…)`: lists of one type are a list, tuples a tuple. */
export function concatenated(args: Arguments): Type {
  const types = args.values.map((value) => sequenceType(value, 'no sets'));
  if (types.includes(undefined)) return 'any';
  const known = types.filter((type) => type !== undefined);
  if (known.every((type) => 'list' in type)) return unify(known) ?? 'any';
  return known.every((type) => 'tuple' in type) ? { tuple: known.flatMap((type) => type.tuple) } : 'any';
}

/** The type that all sets share. Sets of `any`, such as empty ones, do not count. */
export function sharedSet(args: Arguments): Type {
  const types = args.values.map(typeOf).filter((type) => elementOf(type) !== 'any');
  const type = types.length === 0 ? { set: 'any' as const } : unify(types);
  if (type === undefined || typeof type === 'string' || !('set' in type)) {
    throw new ExpressionError('the sets must have elements of one type');
  }
  return type;
}

/** The type of `setproduct(…)`: tuples of one element each, a set of them as soon as an argument is a set. */
export function productType(args: Arguments): Type {
  if (args.values.length < 2) throw new ExpressionError('at least two arguments are required');
  const types = args.values.map((value) => sequenceType(value));
  if (types.includes(undefined)) return 'any';
  const known = types.filter((type) => type !== undefined);
  const elements = known.map((type) => {
    const element = 'tuple' in type ? unify(type.tuple) : elementOf(type);
    if (element === undefined) throw new ExpressionError('all elements of an argument must have one type');
    return element;
  });
  const row = { tuple: elements };
  return known.some((type) => 'set' in type) ? { set: row } : { list: row };
}
