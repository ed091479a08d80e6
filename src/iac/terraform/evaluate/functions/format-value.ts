import type { Decimal } from '../../../../lib/decimal.ts';
import type { Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { ExpressionError } from '../failure.ts';
import { exact } from '../float.ts';
import { toJson } from '../json.ts';
import { text } from '../make.ts';
import type { FormatPart } from './format-verb.ts';
import { graphemes } from './graphemes.ts';

type Verb = Extract<FormatPart, { kind: 'verb' }>;

const HALF_EVEN = 2;
const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 };
const RADIX_PREFIX: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X', d: '' };

/** One argument as a verb wants it, as Go's `fmt` and go-cty's `format` print it. */
export function formatValue(verb: Verb, value: Value): string {
  switch (verb.verb) {
    case 'v':
      return pad(verb, asIs(verb, value));
    case 't':
      return String(scalar(value, 'bool'));
    case 's':
      return pad(verb, cut(verb, String(scalar(value, 'string'))));
    case 'q':
      return pad(verb, toJson(text(cut(verb, String(scalar(value, 'string'))))));
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
      return formatInteger(verb, numeric(value));
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return padNumber(verb, formatDecimal(verb, numeric(value)));
    default:
      throw new ExpressionError(`the verb "%${verb.verb}" does not exist`);
  }
}

function nonNull(value: Value): Value {
  if (value.kind === 'null') throw new ExpressionError('an argument of a verb is null');
  return value;
}

function scalar(value: Value, type: 'bool' | 'string'): string | boolean {
  const converted = convert(nonNull(value), type);
  if (converted.kind === 'string' || converted.kind === 'bool') return converted.value;
  throw new ExpressionError(`a verb wants a ${type}`);
}

function numeric(value: Value): Decimal {
  const converted = convert(nonNull(value), 'number');
  if (converted.kind !== 'number') throw new ExpressionError('a verb wants a number');
  return converted.value;
}

function asIs(verb: Verb, value: Value): string {
  if (!verb.flags.includes('#')) {
    if (value.kind === 'string') return value.value;
    if (value.kind === 'number') return general(value.value, -1, 'e');
  }
  return toJson(value);
}

function cut(verb: Verb, source: string): string {
  return verb.precision <= 0 ? source : graphemes(source).slice(0, verb.precision).join('');
}

function pad(verb: Verb, source: string): string {
  const missing = verb.width - graphemes(source).length;
  if (missing <= 0) return source;
  const filling = (verb.flags.includes('0') ? '0' : ' ').repeat(missing);
  return verb.flags.includes('-') ? source + filling : filling + source;
}

function sign(verb: Verb, negative: boolean): string {
  if (negative) return '-';
  if (verb.flags.includes('+')) return '+';
  return verb.flags.includes(' ') ? ' ' : '';
}

function formatInteger(verb: Verb, value: Decimal): string {
  if (!value.round(0, 0).eq(value)) throw new ExpressionError(`"%${verb.verb}" wants a whole number`);
  const whole = BigInt(value.toFixed(0));
  const digits = (whole < 0n ? -whole : whole).toString(RADIX[verb.verb] ?? 10).padStart(verb.precision, '0');
  const cased = verb.verb === 'X' ? digits.toUpperCase() : digits;
  const prefix = verb.flags.includes('#') ? (RADIX_PREFIX[verb.verb] ?? '') : '';
  return padNumber(verb, sign(verb, whole < 0n) + prefix + cased);
}

function formatDecimal(verb: Verb, value: Decimal): string {
  const start = sign(verb, value.lt('0'));
  const size = value.abs();
  const precision = verb.precision;
  if (verb.verb === 'f') return start + exact(size).toFixed(precision < 0 ? 6 : precision, HALF_EVEN);
  const letter = verb.verb === 'E' || verb.verb === 'G' ? 'E' : 'e';
  if (verb.verb === 'g' || verb.verb === 'G') return start + general(size, precision, letter);
  return start + exponential(size, precision < 0 ? 6 : precision, letter);
}

function exponential(value: Decimal, precision: number, letter: string): string {
  return value
    .toExponential(precision, HALF_EVEN)
    .replace(/e([+-])(\d+)$/, (_, plusMinus: string, digits: string) => {
      return letter + plusMinus + digits.padStart(2, '0');
    });
}

/** `%g`: the exponent form below 1e-4 and from 1e21 (or the precision) on, else the plain form. */
function general(value: Decimal, precision: number, letter: string): string {
  const shortest = precision < 0;
  const digits = shortest ? value.c.length : Math.max(precision, 1);
  const rounded = shortest ? value : value.prec(digits, HALF_EVEN);
  const significant = rounded.c.length;
  const limit = shortest ? 6 : digits > significant && significant > rounded.e ? significant : digits;
  if (!rounded.eq('0') && (rounded.e < -4 || rounded.e >= limit))
    return exponential(rounded, significant - 1, letter);
  return rounded.toFixed();
}

/** Zeros go between the sign and the digits. */
function padNumber(verb: Verb, source: string): string {
  const missing = verb.width - source.length;
  if (missing <= 0) return source;
  if (verb.flags.includes('-')) return source + ' '.repeat(missing);
  if (!verb.flags.includes('0')) return ' '.repeat(missing) + source;
  const start = /^[+\- ]?/.exec(source)?.[0] ?? '';
  return start + '0'.repeat(missing) + source.slice(start.length);
}
