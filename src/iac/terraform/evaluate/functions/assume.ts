import type { Type, UnknownValue, Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { equals } from '../equal.ts';
import { ExpressionError } from '../failure.ts';
import { unknownLike, unknownness } from '../make.ts';
import { typeOf } from '../type-of.ts';
import {
  type Arguments,
  type FunctionDefinition,
  type FunctionTable,
  type Parameter,
  parameter,
} from './definition.ts';
import { sameAsFirst } from './result-types.ts';

const ANY: Parameter = { name: 'value', type: 'any', nullable: true, accepts: 'anything' };
const MOST = Number.MAX_SAFE_INTEGER;

/** Functions of OpenTofu that say of an unknown value what it will be, and fail where a known one is not (its documentation, `assume…`). */
export const ASSUMPTIONS: FunctionTable = {
  assumeequal: {
    parameters: [ANY, { ...ANY, name: 'expected' }],
    returns: 'any',
    call: assumeEqual,
  },
  assumenotnull: { parameters: [ANY], returns: 'any', call: (args) => assumeNotNull(args.value(0)) },
  assumestringprefix: {
    parameters: [{ ...ANY, type: 'string' }, parameter('prefix', 'string')],
    returns: 'string',
    call: (args) => assumePrefix(args.value(0), args.string(1)),
  },
  assumelistlength: between({ list: 'any' }),
  assumelistlengthmin: atLeast({ list: 'any' }),
  assumelistlengthmax: atMost({ list: 'any' }),
  assumesetlength: between({ set: 'any' }),
  assumesetlengthmin: atLeast({ set: 'any' }),
  assumesetlengthmax: atMost({ set: 'any' }),
  assumemaplength: between({ map: 'any' }),
  assumemaplengthmin: atLeast({ map: 'any' }),
  assumemaplengthmax: atMost({ map: 'any' }),
};

/** The expected value, unless the other one, converted to its type, is known to be different. */
function assumeEqual(args: Arguments): Value {
  const expected = args.value(1);
  const actual = convert(args.value(0), typeOf(expected));
  if (equals(actual, expected) === 'different')
    throw new ExpressionError('the value is not the expected one');
  return expected;
}

function assumeNotNull(value: Value): Value {
  if (value.kind === 'null') throw new ExpressionError('the value is null');
  if (value.kind === 'unknown' && typeOf(value) === 'any') {
    throw new ExpressionError('the type of the value is not known: set it with convert()');
  }
  return value;
}

/** A known string is not checked: OpenTofu does not check it either. */
function assumePrefix(value: Value, prefix: string): Value {
  return value.kind === 'unknown' && !value.candidates && prefix !== '' ? { ...value, prefix } : value;
}

function between(type: Type): FunctionDefinition {
  return ofLength(type, ['min_length', 'max_length'], (args) => [args.integer(1), args.integer(2)]);
}

function atLeast(type: Type): FunctionDefinition {
  return ofLength(type, ['min_length'], (args) => [args.integer(1), MOST]);
}

function atMost(type: Type): FunctionDefinition {
  return ofLength(type, ['max_length'], (args) => [0, args.integer(1)]);
}

function ofLength(
  type: Type,
  bounds: readonly string[],
  read: (args: Arguments) => readonly [number, number],
): FunctionDefinition {
  return {
    parameters: [{ ...ANY, type }, ...bounds.map((name) => parameter(name, 'number'))],
    returns: sameAsFirst,
    call: (args) => {
      const [least, most] = read(args);
      if (most < Math.max(least, 0)) throw new ExpressionError('the most is less than the least');
      return checkLength(args.value(0), least, most);
    },
  };
}

function checkLength(value: Value, least: number, most: number): Value {
  if (value.kind === 'null') throw new ExpressionError('the value is null');
  if (value.kind === 'unknown') return outline(value, least, most);
  const [length, open] =
    'items' in value
      ? [value.items.length, value.rest]
      : 'entries' in value
        ? [value.entries.size - (value.uncertain?.size ?? 0), value.rest ?? value.doubt]
        : [0, undefined];
  if (length > most || (!open && length < least)) throw new ExpressionError('the length is another one');
  return value;
}

/** A list of which some elements are known to be there, though not what they are. */
function outline(value: UnknownValue, least: number, most: number): Value {
  const { type } = value;
  if (type === undefined || typeof type === 'string' || !('list' in type)) return value;
  if (least < 1 || least > MAX_OUTLINE) return value;
  const items = Array.from({ length: least }, () => unknownLike(value, type.list));
  const { origin, sensitive } = value;
  const rest = unknownness(value);
  return {
    kind: 'list',
    items,
    elementType: type.list,
    origin,
    ...(sensitive && { sensitive }),
    ...(least < most && { rest }),
  };
}

const MAX_OUTLINE = 1_000;
