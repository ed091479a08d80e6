import { Decimal, decimal, ZERO } from '../../lib/decimal.ts';
import { mapRange } from '../../model/range.ts';
import type { Scalar, SpecObject } from '../catalog/entry.ts';
import {
  asNumber,
  asText,
  type Basis,
  CERTAIN,
  clip,
  numberReading,
  plainDecimal,
  type Reading,
  textReading,
  unknownReading,
} from './reading.ts';

/** Longest text that a pattern is tried on: names of sizes are short. */
const LONGEST_PICKED = 200;

/** What `pick`, `map`, `upTo`, `subtract` and `divide` make of a value, in this order. */
export function transform(reading: Reading, spec: SpecObject): Reading {
  const what = sourceName(spec);
  let result = reading;
  if (spec.pick !== undefined) result = picked(result, new RegExp(spec.pick), what);
  if (spec.map !== undefined) result = mapped(result, spec.map, what);
  if (spec.upTo !== undefined) result = stepped(result, spec.upTo, what);
  if (spec.subtract === undefined && spec.divide === undefined && spec.divideUp === undefined) return result;
  const amount = asNumber(result, what);
  if (amount.kind !== 'number') return amount;
  const subtract = number(spec.subtract ?? 0);
  const divide = number(spec.divide ?? spec.divideUp ?? 1);
  const range = mapRange(amount.range, (value) => {
    const rest = value.minus(subtract);
    if (rest.lte(ZERO)) return ZERO;
    const quotient = rest.div(divide);
    return spec.divideUp === undefined ? quotient : quotient.round(0, Decimal.roundUp);
  });
  return { ...amount, range };
}

/** A constant of the catalog: a number when it reads as one, else a text. */
export function constant(value: Scalar, basis: Basis = CERTAIN): Reading {
  const number = plainDecimal(String(value));
  return number === undefined ? textReading(String(value), basis) : numberReading(number, 'constant', basis);
}

/** A constant of the catalog that is a number. */
export function number(value: Scalar): Decimal {
  return decimal(String(value));
}

function picked(reading: Reading, pattern: RegExp, what: string): Reading {
  const part = (text: string) => (text.length > LONGEST_PICKED ? undefined : pattern.exec(text)?.[1]);
  if (reading.kind === 'unknown') return withCandidates(reading, part);
  const text = asText(reading);
  if (text === undefined || (reading.kind !== 'text' && reading.kind !== 'number')) return reading;
  const found = part(text);
  return found === undefined ? { kind: 'null', what } : constant(found, reading.basis);
}

function mapped(reading: Reading, map: NonNullable<SpecObject['map']>, what: string): Reading {
  const target = (text: string): Scalar | null | undefined =>
    Object.hasOwn(map, text) ? map[text] : Object.hasOwn(map, '*') ? map['*'] : undefined;
  if (reading.kind === 'unknown') return withCandidates(reading, target);
  const text = asText(reading);
  if (text === undefined || (reading.kind !== 'text' && reading.kind !== 'number')) return reading;
  const found = target(text);
  if (found === null) return { kind: 'null', what };
  if (found !== undefined) return constant(found, reading.basis);
  return unknownReading(`${what} "${clip(text)}" is not one that the catalog prices`);
}

/** What an unknown value may turn out to be, changed; without candidates as soon as one has no counterpart. */
function withCandidates(
  { reason, candidates }: Extract<Reading, { kind: 'unknown' }>,
  change: (text: string) => Scalar | null | undefined,
): Reading {
  const texts = candidates?.map(change).filter((text) => text !== undefined && text !== null);
  const isWhole = texts !== undefined && texts.length === candidates?.length;
  return isWhole ? unknownReading(reason, texts.map(String)) : unknownReading(reason);
}

function stepped(reading: Reading, steps: NonNullable<SpecObject['upTo']>, what: string): Reading {
  const amount = asNumber(reading, what);
  if (amount.kind !== 'number') return amount;
  const { low, high } = amount.range;
  if (!low.eq(high)) return unknownReading(`${what} is a range`);
  const bounds = Object.keys(steps).map(decimal);
  const bound = bounds.sort((a, b) => a.cmp(b)).find((least) => low.lte(least));
  const found = bound === undefined ? undefined : steps[bound.toFixed()];
  if (found !== undefined) return constant(found, amount.basis);
  return unknownReading(`${what} ${low.toFixed()} is more than the largest that is sold`);
}

function sourceName(spec: SpecObject): string {
  return spec.from ?? spec.usage ?? 'value';
}
