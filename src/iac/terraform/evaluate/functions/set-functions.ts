import type { Type, Value } from '../../../../model/value.ts';
import { canonicalText } from '../canonical.ts';
import { convert } from '../convert.ts';
import { LimitError } from '../failure.ts';
import { MAX_ELEMENTS } from '../limits.ts';
import { list, tuple, unknownLike } from '../make.ts';
import { hasSensitive, markIf } from '../marks.ts';
import { makeSet } from '../sets.ts';
import { elementOf } from '../unify.ts';
import { type Arguments, type FunctionTable, asSequence, parameter } from './definition.ts';
import { productType, sharedSet } from './result-types.ts';

const SETS_OF_ANY = { name: 'sets', type: { set: 'any' } } as const;

/** Functions on sets: union, intersection, difference and product. */
export const SETS: FunctionTable = {
  setunion: {
    parameters: [SETS_OF_ANY],
    variadic: { ...SETS_OF_ANY, accepts: 'partial' },
    returns: sharedSet,
    call: union,
  },
  setintersection: {
    parameters: [SETS_OF_ANY],
    variadic: SETS_OF_ANY,
    returns: sharedSet,
    call: intersection,
  },
  setsubtract: {
    parameters: [parameter('a', { set: 'any' }), parameter('b', { set: 'any' })],
    returns: sharedSet,
    call: subtract,
  },
  setproduct: {
    parameters: [],
    variadic: { name: 'sets', type: 'any', accepts: 'partial' },
    returns: productType,
    call: product,
  },
};

/** All arguments as sets of the one type that they share. */
function alike(args: Arguments): { sets: Value[][]; element: Type } {
  const type = sharedSet(args);
  const sets = args.values.map((value) => [...asSequence(convert(value, type), 'an argument').items]);
  return { sets, element: elementOf(type) };
}

function union(args: Arguments): Value {
  const { sets, element } = alike(args);
  const open = args.values
    .map((value) => asSequence(value, 'an argument').rest)
    .find((rest) => rest !== undefined);
  return makeSet(sets.flat(), element, open);
}

function intersection(args: Arguments): Value {
  const { sets, element } = alike(args);
  const [first = [], ...others] = sets;
  const keys = others.map((set) => new Set(set.map(canonicalText)));
  return makeSet(
    first.filter((item) => keys.every((set) => set.has(canonicalText(item)))),
    element,
  );
}

function subtract(args: Arguments): Value {
  const { sets, element } = alike(args);
  const [first = [], second = []] = sets;
  const keys = new Set(second.map(canonicalText));
  return makeSet(
    first.filter((item) => !keys.has(canonicalText(item))),
    element,
  );
}

/** Every combination, as tuples: a set of them when an argument is a set, else a list. */
function product(args: Arguments): Value {
  const type = productType(args);
  const sources = args.values.map((value) => asSequence(value, 'an argument'));
  const size = sources.reduce((total, source) => total * source.items.length, 1);
  if (size > MAX_ELEMENTS) throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
  const cause = sources.map(({ rest, unplaced }) => rest ?? unplaced).find((found) => found !== undefined);
  if (cause) return unknownLike(cause, type === 'any' ? undefined : type);
  let rows: Value[][] = [[]];
  for (const { items } of sources) rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  const tuples = rows.map((row) => tuple(row));
  const isSecret = sources.some((source) => hasSensitive(source));
  return markIf(convert(list(tuples), type), isSecret);
}
