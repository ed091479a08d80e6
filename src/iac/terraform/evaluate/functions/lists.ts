import { byCodePoint } from '../../../../lib/order.ts';
import type { SequenceValue, Type, Unknownness, Value } from '../../../../model/value.ts';
import { canonicalText } from '../canonical.ts';
import { convert } from '../convert.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { MAX_ELEMENTS } from '../limits.ts';
import { list, map, object, text, tuple, unknownLike } from '../make.ts';
import { markIf } from '../marks.ts';
import { wholeNumber } from '../numbers.ts';
import { elementType, typeOf } from '../type-of.ts';
import { unify } from '../unify.ts';
import { type Arguments, type FunctionTable, type Parameter, asSequence, parameter } from './definition.ts';
import { indexOf } from './membership.ts';
import {
  concatenated,
  elementAt,
  listOfFirst,
  reversed,
  sameAsFirst,
  sliced,
  zipped,
} from './result-types.ts';

const LIST: Parameter = { name: 'list', type: 'any', accepts: 'partial' };

/** Functions that pick from lists, cut them and put them together. */
export const LISTS: FunctionTable = {
  concat: { parameters: [], variadic: { ...LIST, name: 'seqs' }, returns: concatenated, call: concat },
  element: { parameters: [LIST, parameter('index', 'number')], returns: elementAt, call: element },
  index: {
    parameters: [LIST, { name: 'value', type: 'any', accepts: 'anything' }],
    returns: 'number',
    call: indexOf,
  },
  slice: {
    parameters: [LIST, parameter('start_index', 'number'), parameter('end_index', 'number')],
    returns: sliced,
    call: slice,
  },
  flatten: { parameters: [LIST], returns: 'any', call: flatten },
  reverse: { parameters: [LIST], returns: reversed, call: reverse },
  chunklist: {
    parameters: [{ ...LIST, type: { list: 'any' } }, parameter('size', 'number')],
    returns: listOfFirst,
    call: chunk,
  },
  zipmap: {
    parameters: [
      { ...LIST, name: 'keys', type: { list: 'string' } },
      { ...LIST, name: 'values' },
    ],
    returns: zipped,
    call: zipmap,
  },
  matchkeys: {
    parameters: ['values', 'keys', 'searchset'].map((name) => parameter(name, { list: 'any' })),
    returns: sameAsFirst,
    call: matchKeys,
  },
  transpose: {
    parameters: [parameter('values', { map: { list: 'string' } })],
    returns: { map: { list: 'string' } },
    call: transpose,
  },
};

/** The result of the same kind as the source. */
function like(source: SequenceValue, items: readonly Value[]): SequenceValue {
  return source.kind === 'tuple' ? tuple(items) : list(items, source.elementType ?? elementType(items));
}

/** Lists of one type give a list, anything else a tuple. What follows an open list has no certain index. */
function concat(args: Arguments): Value {
  const sources = args.values.map((value, i) => asSequence(value, `argument ${i + 1}`));
  if (sources.length === 0) throw new ExpressionError('at least one argument is required');
  if (sources.some((source) => source.kind === 'set'))
    throw new ExpressionError('a set has no order: convert it with tolist() first');
  let open: Unknownness | undefined;
  let unplaced: Unknownness | undefined;
  const items: Value[] = [];
  for (const source of sources) {
    if (open && source.items.length > 0) unplaced ??= open;
    unplaced ??= source.unplaced;
    open ??= source.rest;
    for (const item of source.items) items.push(item);
    if (items.length > MAX_ELEMENTS)
      throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
  }
  const result = joinLists(sources, items);
  return { ...result, ...(open && { rest: open }), ...(unplaced && { unplaced }) };
}

/** Lists stay a list when their elements have one type; a tuple among them makes a tuple. */
function joinLists(sources: readonly SequenceValue[], items: readonly Value[]): SequenceValue {
  if (!sources.every((source) => source.kind === 'list')) return tuple(items);
  const type = unify(sources.map((source) => source.elementType ?? 'any'));
  return type === undefined
    ? tuple(items)
    : list(
        items.map((item) => convert(item, type)),
        type,
      );
}

/** Wraps around; a negative index counts from the end. */
function element(args: Arguments): Value {
  const { kind, items, rest, unplaced } = asSequence(args.value(0), '"list"');
  if (kind === 'set') throw new ExpressionError('a set has no order: convert it with tolist() first');
  const at = wholeNumber(args.number(1), '"index"');
  const doubt = unplaced ?? (rest && (at < 0 || at >= items.length) ? rest : undefined);
  if (doubt) return unknownLike(doubt);
  const found = items.at(at % items.length);
  if (!found) throw new ExpressionError('the list is empty');
  return found;
}

function slice(args: Arguments): Value {
  const source = asSequence(args.value(0), '"list"');
  const [start, end] = [
    wholeNumber(args.number(1), '"start_index"'),
    wholeNumber(args.number(2), '"end_index"'),
  ];
  if (source.kind === 'set') throw new ExpressionError('a set has no order: convert it with tolist() first');
  if (start < 0 || end < start) throw new ExpressionError('the start must not be negative nor after the end');
  const doubt = source.unplaced ?? (end > source.items.length ? source.rest : undefined);
  if (doubt) return unknownLike(doubt);
  if (end > source.items.length) throw new ExpressionError('the end is past the end of the list');
  return like(source, source.items.slice(start, end));
}

/** Lists within lists, at any depth, as one; maps are left as they are. */
function flatten(args: Arguments): Value {
  const items: Value[] = [];
  const open: Openness = { rest: undefined, unplaced: undefined, sensitive: false };
  flattenInto(asSequence(args.value(0), '"list"'), items, open, 0);
  const { rest, unplaced, sensitive } = open;
  return markIf({ ...tuple(items), ...(rest && { rest }), ...(unplaced && { unplaced }) }, sensitive);
}

interface Openness {
  rest: Unknownness | undefined;
  unplaced: Unknownness | undefined;
  /** A list among them is: how many elements it has, and which, is so too. */
  sensitive: boolean;
}

function flattenInto(source: SequenceValue, items: Value[], open: Openness, depth: number): void {
  if (depth > 200) throw new LimitError('lists nest deeper than 200 levels');
  open.unplaced ??= source.unplaced;
  open.sensitive ||= source.sensitive === true;
  for (const item of source.items) {
    // An unknown element may be a list of any length, which moves all that follow.
    if (item.kind === 'unknown' && !isScalar(item)) {
      open.rest ??= { reason: item.reason, ...(item.detail !== undefined && { detail: item.detail }) };
    } else if (item.kind === 'list' || item.kind === 'tuple' || item.kind === 'set') {
      flattenInto(item, items, open, depth + 1);
    } else {
      if (open.rest) open.unplaced ??= open.rest;
      items.push(item);
    }
    if (items.length > MAX_ELEMENTS)
      throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
  }
  open.rest ??= source.rest;
}

function isScalar(value: Extract<Value, { kind: 'unknown' }>): boolean {
  const { type } = value;
  if (type === undefined || type === 'any') return false;
  return typeof type === 'string' || 'map' in type || 'object' in type;
}

function reverse(args: Arguments): Value {
  const source = asSequence(args.value(0), '"list"');
  const unplaced = source.unplaced ?? source.rest;
  const result = like(source, [...source.items].reverse());
  return { ...result, ...(source.rest && { rest: source.rest }), ...(unplaced && { unplaced }) };
}

function chunk(args: Arguments): Value {
  const { items, rest, unplaced, elementType: inner = 'any' } = asSequence(args.value(0), '"list"');
  const size = wholeNumber(args.number(1), '"size"');
  if (size < 0) throw new ExpressionError('"size" must not be negative');
  const doubt = rest ?? unplaced;
  if (doubt) return unknownLike(doubt);
  const step = size === 0 ? Math.max(items.length, 1) : size;
  const chunks: Value[] = [];
  for (let at = 0; at < items.length; at += step) chunks.push(list(items.slice(at, at + step), inner));
  return list(chunks, { list: inner });
}

function zipmap(args: Arguments): Value {
  const keys = asSequence(args.value(0), '"keys"');
  const values = asSequence(args.value(1), '"values"');
  if (values.kind === 'set') throw new ExpressionError('a set has no order: convert it with tolist() first');
  const doubt = keys.rest ?? keys.unplaced ?? values.rest ?? values.unplaced;
  if (doubt) return unknownLike(doubt);
  if (keys.items.length !== values.items.length)
    throw new ExpressionError('there must be as many keys as values');
  const isSecret = keys.items.some((key) => key.sensitive);
  const entries = new Map<string, Value>();
  for (const [i, key] of keys.items.entries()) {
    if (key.kind === 'unknown') return markIf(unknownLike(key), isSecret);
    if (key.kind !== 'string') throw new ExpressionError('a key is null');
    entries.set(key.value, values.items[i] ?? key);
  }
  const result = values.kind === 'tuple' ? object(entries) : map(entries, values.elementType ?? 'any');
  return markIf(result, isSecret);
}

function matchKeys(args: Arguments): Value {
  const values = args.sequence(0);
  const type = unify([typeOf(args.value(1)), typeOf(args.value(2))]);
  if (type === undefined) throw new ExpressionError('the keys and what is searched must have one type');
  const wanted = new Set(textsOf(args.value(2), type));
  const keys = textsOf(args.value(1), type);
  if (keys.length !== values.items.length) throw new ExpressionError('there must be as many keys as values');
  return like(
    values,
    values.items.filter((_, i) => wanted.has(keys[i] ?? '')),
  );
}

function textsOf(value: Value, type: Type): string[] {
  return asSequence(convert(value, type), 'an argument').items.map(canonicalText);
}

function stringsOf(value: Value): string[] {
  return asSequence(value, 'an argument').items.map((item) => {
    if (item.kind !== 'string') throw new ExpressionError('an element is null');
    return item.value;
  });
}

/** A map of lists turned round: each element becomes a key, with the keys that held it. */
function transpose(args: Arguments): Value {
  const result = new Map<string, string[]>();
  for (const [key, entry] of args.object(0).entries) {
    for (const item of stringsOf(entry)) {
      const found = result.get(item);
      if (found) found.push(key);
      else result.set(item, [key]);
    }
  }
  const entries = [...result].map(([key, names]) => {
    return [
      key,
      list(
        names.sort(byCodePoint).map((name) => text(name)),
        'string',
      ),
    ] as const;
  });
  return map(new Map(entries), { list: 'string' });
}
