import type { Value } from '../../../../model/value.ts';
import { canonicalText } from '../canonical.ts';
import { convert } from '../convert.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { MAX_ELEMENTS } from '../limits.ts';
import { list, tuple } from '../make.ts';
import { makeSet } from '../sets.ts';
import { typeOf } from '../type-of.ts';
import { unify } from '../unify.ts';
import { type Arguments, type FunctionTable, asSequence, parameter } from './definition.ts';

const SETS_OF_ANY = { name: 'sets', type: { set: 'any' } } as const;

/** Functions on sets: union, intersection, difference and product. */
export const SETS: FunctionTable = {
  setunion: {
    parameters: [SETS_OF_ANY],
    variadic: { ...SETS_OF_ANY, accepts: 'partial' },
    returns: 'any',
    call: union,
  },
  setintersection: { parameters: [SETS_OF_ANY], variadic: SETS_OF_ANY, returns: 'any', call: intersection },
  setsubtract: {
    parameters: [parameter('a', { set: 'any' }), parameter('b', { set: 'any' })],
    returns: 'any',
    call: subtract,
  },
  setproduct: { parameters: [], variadic: parameter('sets', 'any'), returns: 'any', call: product },
};

/** All arguments as sets of the one type that they share. */
function alike(args: Arguments): { sets: Value[][]; element: ReturnType<typeof typeOf> } {
  const type = unify(args.values.map(typeOf));
  if (type === undefined || typeof type === 'string' || !('set' in type)) {
    throw new ExpressionError('the sets must have elements of one type');
  }
  const sets = args.values.map((value) => [...asSequence(convert(value, type), 'an argument').items]);
  return { sets, element: type.set };
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

/** Every combination, as tuples: a set of them when all arguments are sets, else a list. */
function product(args: Arguments): Value {
  if (args.values.length < 2) throw new ExpressionError('at least two arguments are required');
  const sources = args.values.map((value) => asSequence(value, 'an argument'));
  const size = sources.reduce((total, source) => total * source.items.length, 1);
  if (size > MAX_ELEMENTS) throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
  let rows: Value[][] = [[]];
  for (const { items } of sources) rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  const tuples = rows.map((row) => tuple(row));
  const element = unify(tuples.map(typeOf)) ?? 'any';
  const converted = tuples.map((row) => convert(row, element));
  return sources.every((source) => source.kind === 'set')
    ? makeSet(converted, element)
    : list(converted, element);
}
