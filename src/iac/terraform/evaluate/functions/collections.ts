import { byCodePoint } from '../../../../lib/order.ts';
import type { ObjectValue, Unknownness, Value } from '../../../../model/value.ts';
import { sortedEntries } from '../canonical.ts';
import { convert } from '../convert.ts';
import { ExpressionError } from '../failure.ts';
import { NULL, bool, list, number, text, tuple, unknownLike, unknownness } from '../make.ts';
import { hasSensitive, markIf } from '../marks.ts';
import { distinctItems } from '../sets.ts';
import { traits } from '../traits.ts';
import { elementType, typeOf } from '../type-of.ts';
import { sameType, unify } from '../unify.ts';
import { type Arguments, type FunctionTable, type Parameter, parameter } from './definition.ts';
import { graphemes } from './graphemes.ts';
import { merge } from './merge.ts';
import { contains, lookup } from './membership.ts';
import { keysOf, lookedUp, onlyElement, sameAsFirst, valuesOf } from './result-types.ts';

const SEQUENCE: Parameter = { name: 'list', type: 'any', accepts: 'partial' };
const OBJECT: Parameter = { name: 'map', type: 'any', accepts: 'partial' };

/** Functions on lists, maps and objects. They keep what is known of partly known arguments. */
export const COLLECTIONS: FunctionTable = {
  length: { parameters: [{ ...SEQUENCE, name: 'value' }], returns: 'number', call: length },
  keys: { parameters: [OBJECT], returns: keysOf, call: (args) => keys(args.object(0)) },
  values: { parameters: [OBJECT], returns: valuesOf, call: (args) => values(args.object(0)) },
  merge: {
    parameters: [],
    variadic: { name: 'maps', type: 'any', nullable: true, accepts: 'anything' },
    returns: 'any',
    call: (args) => merge(args.values),
  },
  contains: {
    parameters: [SEQUENCE, { name: 'value', type: 'any', accepts: 'anything' }],
    returns: 'bool',
    call: contains,
  },
  lookup: {
    parameters: [OBJECT, parameter('key', 'string')],
    variadic: { name: 'default', type: 'any', nullable: true, accepts: 'anything' },
    returns: lookedUp,
    call: lookup,
  },
  coalesce: {
    parameters: [],
    variadic: { name: 'vals', type: 'any', nullable: true, accepts: 'anything' },
    returns: 'any',
    call: (args) => coalesce(args.values),
  },
  coalescelist: {
    parameters: [],
    variadic: { name: 'vals', type: 'any', nullable: true, accepts: 'anything' },
    returns: 'any',
    call: (args) => coalesceList(args.values),
  },
  compact: {
    parameters: [{ ...SEQUENCE, type: { list: 'string' } }],
    returns: { list: 'string' },
    call: compact,
  },
  distinct: { parameters: [{ ...SEQUENCE, type: { list: 'any' } }], returns: sameAsFirst, call: distinct },
  one: { parameters: [SEQUENCE], returns: onlyElement, call: one },
  sort: { parameters: [{ ...SEQUENCE, type: { list: 'string' } }], returns: { list: 'string' }, call: sort },
  alltrue: {
    parameters: [{ ...SEQUENCE, type: { list: 'bool' } }],
    returns: 'bool',
    call: (args) => markIf(every(args, true), hasSensitive(args.value(0))),
  },
  anytrue: {
    parameters: [{ ...SEQUENCE, type: { list: 'bool' } }],
    returns: 'bool',
    call: (args) => markIf(every(args, false), hasSensitive(args.value(0))),
  },
};

function length(args: Arguments): Value {
  const value = args.value(0);
  if (value.kind === 'string') return number(graphemes(value.value).length);
  if (value.kind === 'object' || value.kind === 'map') {
    const certain = value.entries.size - (value.uncertain?.size ?? 0);
    const cause = value.rest ?? (value.uncertain?.size ? value.doubt : undefined);
    return cause ? atLeast(certain, cause) : number(value.entries.size);
  }
  if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'set') {
    throw new ExpressionError('"value" must be a string or a collection');
  }
  return value.rest ? atLeast(value.items.length, value.rest) : number(value.items.length);
}

function atLeast(minimum: number, cause: Unknownness): Value {
  return { ...unknownLike(cause, 'number'), minimum: number(minimum).value };
}

/** Why more keys may come, or why some may not be there. */
function openness(value: ObjectValue): Unknownness | undefined {
  return value.rest ?? (value.uncertain?.size ? value.doubt : undefined);
}

function certainEntries(value: ObjectValue): [string, Value][] {
  return sortedEntries(value.entries).filter(([key]) => !value.uncertain?.has(key));
}

function keys(value: ObjectValue): Value {
  const items = certainEntries(value).map(([key]) => text(key));
  const open = openness(value);
  const result = value.kind === 'map' ? list(items, 'string') : tuple(items);
  return open ? { ...result, rest: open, unplaced: open } : result;
}

function values(value: ObjectValue): Value {
  const items = certainEntries(value).map(([, entry]) => entry);
  const open = openness(value);
  const result = value.kind === 'map' ? list(items, value.elementType ?? elementType(items)) : tuple(items);
  return open ? { ...result, rest: open, unplaced: open } : result;
}

/** The first argument that is neither null nor an empty string, in the type that all share. */
function coalesce(all: readonly Value[]): Value {
  if (all.length === 0) throw new ExpressionError('at least one argument is required');
  const element = unify(all.map(typeOf));
  if (element === undefined) throw new ExpressionError('the arguments must have one type');
  const possible: Value[] = [];
  for (const value of all.map((one) => convert(one, element))) {
    if (value.kind === 'null' || (value.kind === 'string' && value.value === '')) continue;
    if (value.kind !== 'unknown' && possible.length === 0) return value;
    possible.push(value);
    if (value.kind !== 'unknown') break;
  }
  return chooseAmong(possible, 'every argument is null or empty');
}

/** The first list that is not empty. */
function coalesceList(all: readonly Value[]): Value {
  if (all.some((value) => value.kind === 'null' && typeOf(value) === 'any'))
    throw new ExpressionError('an argument is null');
  const possible: Value[] = [];
  for (const value of all) {
    if (value.kind === 'unknown') {
      possible.push(value);
      continue;
    }
    if (value.kind === 'null') continue;
    if (value.kind !== 'list' && value.kind !== 'tuple') {
      throw new ExpressionError('every argument must be a list');
    }
    if (value.items.length === 0 && !value.rest) continue;
    if (possible.length === 0 && value.items.length > 0) return value;
    possible.push(value);
    if (value.items.length > 0) break;
  }
  return chooseAmong(possible, 'every list is empty');
}

/** One of these, the first where it is given; the last one is the fallback. */
function chooseAmong(possible: readonly Value[], none: string): Value {
  const cause = possible.map((value) => traits(value).unknown).find((found) => found !== undefined);
  const last = possible.at(-1);
  if (!last || !cause) throw new ExpressionError(none);
  if (possible.length === 1) return last;
  const type = possible.every((value) => sameType(typeOf(value), typeOf(last))) ? typeOf(last) : 'any';
  const fallback = last.kind === 'unknown' ? last.fallback : last;
  return { ...unknownLike(cause, type === 'any' ? undefined : type), ...(fallback && { fallback }) };
}

function compact(args: Arguments): Value {
  const source = args.sequence(0);
  const kept = source.items.filter(
    (item) => item.kind !== 'null' && !(item.kind === 'string' && item.value === ''),
  );
  const missing = kept.find((item) => item.kind === 'unknown');
  const items = kept.filter((item) => item.kind !== 'unknown');
  const doubt = missing?.kind === 'unknown' ? unknownness(missing) : undefined;
  const rest = source.rest ?? doubt;
  const unplaced = source.unplaced ?? doubt;
  return { ...list(items, 'string'), ...(rest && { rest }), ...(unplaced && { unplaced }) };
}

function distinct(args: Arguments): Value {
  const source = args.sequence(0);
  const cause = source.rest ?? source.unplaced ?? traits(source).unknown;
  const result = list(distinctItems(source.items), source.elementType ?? 'any');
  return cause ? { ...result, rest: unknownness(cause), unplaced: unknownness(cause) } : result;
}

function one(args: Arguments): Value {
  const source = args.sequence(0);
  if (source.items.length > 1) throw new ExpressionError('the list must have at most one element');
  if (source.rest) {
    const only = source.items[0];
    return only && !source.unplaced
      ? { ...unknownLike(source.rest), fallback: only }
      : unknownLike(source.rest);
  }
  return source.items[0] ?? convert(NULL, source.elementType ?? 'any');
}

/** Strings in the order of their bytes; with an unknown one, only their number is known. */
function sort(args: Arguments): Value {
  const { items, rest } = args.sequence(0);
  const missing = items.find((item) => item.kind === 'unknown');
  if (items.some((item) => item.kind === 'null')) throw new ExpressionError('an element is null');
  const known = inByteOrder(items);
  if (missing?.kind !== 'unknown' && !rest) return list(known, 'string');
  const cause: Unknownness =
    missing?.kind === 'unknown' ? missing : (rest ?? { reason: 'computed-attribute' });
  return { ...list(items, 'string'), unplaced: unknownness(cause), ...(rest && { rest }) };
}

function inByteOrder(items: readonly Value[]): Value[] {
  const keyed = items.flatMap((item) =>
    item.kind === 'string' ? [[item.value, item] as [string, Value]] : [],
  );
  return keyed.sort(([a], [b]) => byCodePoint(a, b)).map(([, item]) => item);
}

/** `alltrue` (decisive: false) and `anytrue` (decisive: true); null counts as false. */
function every(args: Arguments, wanted: boolean): Value {
  const { items, rest } = args.sequence(0);
  const truth = items.map((item) =>
    item.kind === 'bool' ? item.value : item.kind === 'null' ? false : undefined,
  );
  if (truth.includes(!wanted)) return bool(!wanted);
  const missing = items.find((item) => item.kind === 'unknown');
  const cause = missing?.kind === 'unknown' ? missing : rest;
  return cause ? unknownLike(cause, 'bool') : bool(wanted);
}
