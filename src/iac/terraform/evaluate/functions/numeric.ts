import { Decimal } from '../../../../lib/decimal.ts';
import type { Value } from '../../../../model/value.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { combine, fromDouble } from '../float.ts';
import { list, number } from '../make.ts';
import { bounded } from '../numbers.ts';
import { type Arguments, type FunctionTable, numberFunction, parameter } from './definition.ts';

const MAX_RANGE = 1_024;
const NUMBERS = parameter('numbers', 'number');

/** Functions on numbers. All but `log` and `pow` are exact; those two go through doubles, as in Terraform. */
export const NUMERIC: FunctionTable = {
  abs: numberFunction(['num'], (args) => number(args.number(0).abs())),
  ceil: numberFunction(['num'], (args) => number(ceil(args.number(0)))),
  floor: numberFunction(['num'], (args) => number(ceil(args.number(0).neg()).neg())),
  signum: numberFunction(['num'], (args) => number(Math.sign(args.integer(0)))),
  log: numberFunction(['num', 'base'], (args) =>
    finite(Math.log(toDouble(args.number(0))) / Math.log(toDouble(args.number(1)))),
  ),
  pow: numberFunction(['num', 'power'], (args) =>
    finite(toDouble(args.number(0)) ** toDouble(args.number(1))),
  ),
  max: { parameters: [], variadic: NUMBERS, returns: 'number', call: (args) => extreme(args, 1) },
  min: { parameters: [], variadic: NUMBERS, returns: 'number', call: (args) => extreme(args, -1) },
  sum: { parameters: [parameter('list', { list: 'number' })], returns: 'number', call: sum },
  parseint: {
    parameters: [parameter('number', 'any'), parameter('base', 'number')],
    returns: 'number',
    call: parseInteger,
  },
  range: {
    parameters: [],
    variadic: parameter('params', 'number'),
    returns: { list: 'number' },
    call: range,
  },
};

function ceil(value: Decimal): Decimal {
  const truncated = value.round(0, 0);
  return truncated.lt(value) ? truncated.plus('1') : truncated;
}

function toDouble(value: Decimal): number {
  return Number(value.toString());
}

function finite(value: number): Value {
  if (Number.isNaN(value)) throw new ExpressionError('the result is not a number');
  if (!Number.isFinite(value)) throw new LimitError('a number is infinite');
  return number(fromDouble(value));
}

function extreme(args: Arguments, sign: number): Value {
  if (args.values.length === 0) throw new ExpressionError('at least one number is required');
  const numbers = args.values.map((_, i) => args.number(i));
  const winner = numbers.reduce((best, next, i) => (next.cmp(numbers[best] ?? next) === sign ? i : best), 0);
  return number(args.number(winner), args.values[winner]?.origin);
}

function sum(args: Arguments): Value {
  const { items } = args.sequence(0);
  if (items.length === 0) throw new ExpressionError('the sum of an empty list is not defined');
  let total = new Decimal('0');
  for (const item of items) {
    if (item.kind !== 'number') throw new ExpressionError('every element must be a number');
    total = bounded(combine('+', total, item.value));
  }
  return number(total);
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MAX_DIGITS = 1_000;

/** Up to base 36 letter case does not matter; above, capitals follow the small letters. */
function parseInteger(args: Arguments): Value {
  const source = args.value(0);
  if (source.kind !== 'string') throw new ExpressionError('"number" must be a string');
  const base = args.integer(1);
  if (base < 2 || base > 62) throw new ExpressionError('"base" must be from 2 to 62');
  if (source.value.length > MAX_DIGITS) throw new LimitError(`a number has more than ${MAX_DIGITS} digits`);
  const found = /^([+-]?)([0-9A-Za-z]+)$/.exec(source.value);
  const digits = Array.from(found?.[2] ?? '').map((digit) =>
    DIGITS.indexOf(base <= 36 ? digit.toLowerCase() : digit),
  );
  if (!found || digits.some((digit) => digit >= base))
    throw new ExpressionError('the text is no number in this base');
  const size = digits.reduce((total, digit) => total * BigInt(base) + BigInt(digit), 0n);
  return number(bounded(new Decimal((found[1] === '-' ? -size : size).toString())));
}

/** `range(end)`, `range(start, end)`, `range(start, end, step)`; at most 1,024 numbers, as in Terraform. */
function range(args: Arguments): Value {
  const count = args.values.length;
  if (count < 1 || count > 3) throw new ExpressionError('one to three numbers are required');
  const zero = new Decimal('0');
  const start = count === 1 ? zero : args.number(0);
  const end = args.number(count === 1 ? 0 : 1);
  const down = end.lt(start);
  const step = count === 3 ? args.number(2) : new Decimal(down ? '-1' : '1');
  if (step.eq(zero)) throw new ExpressionError('the step must not be zero');
  if (count === 3 && !start.eq(end) && step.lt(zero) !== down) {
    throw new ExpressionError('the step leads away from the end');
  }
  const items: Value[] = [];
  for (let at = start; down ? at.gt(end) : at.lt(end); at = combine('+', at, step)) {
    if (items.length >= MAX_RANGE) throw new ExpressionError(`more than ${MAX_RANGE} numbers`);
    items.push(number(at));
  }
  return list(items, 'number');
}
