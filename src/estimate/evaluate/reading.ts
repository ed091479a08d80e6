import type { Decimal } from '../../lib/decimal.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Evidence, Range } from '../../model/cost.ts';
import { exactly } from '../../model/range.ts';

/** How a value was found, beside the value: carried along so that the cost line can say it. */
export interface Basis {
  readonly evidence: Exclude<Evidence, 'D'>;
  /** What was assumed, one phrase each. */
  readonly notes: readonly string[];
  readonly usageKey?: string;
}

/** What a catalog entry reads: a text, a number, nothing, anything, or not known. */
export type Reading =
  | { readonly kind: 'text'; readonly text: string; readonly basis: Basis }
  | { readonly kind: 'number'; readonly range: Range; readonly basis: Basis }
  /** Not given: null or absent. `what` names it. */
  | { readonly kind: 'null'; readonly what: string; readonly usageKey?: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'unknown'; readonly reason: string; readonly candidates?: readonly string[] };

export const CERTAIN: Basis = { evidence: 'A', notes: [] };

/** Largest number that is taken: above it, a figure is a mistake or an attack. */
const MAX_EXPONENT = 18;
const MAX_DIGITS = 40;

/** A text. */
export function textReading(text: string, basis: Basis = CERTAIN): Reading {
  return { kind: 'text', text, basis };
}

/** A number of one figure; unknown when it is negative or too large to be meant. */
export function numberReading(value: Decimal, what: string, basis: Basis = CERTAIN): Reading {
  const problem = numberProblem(value);
  if (problem !== undefined) return unknownReading(`${what} is ${problem}`);
  return { kind: 'number', range: exactly(value), basis };
}

/** A value that is not known, with the reason as one phrase. */
export function unknownReading(reason: string, candidates?: readonly string[]): Reading {
  return { kind: 'unknown', reason, ...(candidates === undefined ? {} : { candidates }) };
}

/** The reading as a number: a text that Terraform converts to one is one. */
export function asNumber(reading: Reading, what: string): Exclude<Reading, { kind: 'text' }> {
  if (reading.kind !== 'text') return reading;
  const value = convertedDecimal(reading.text);
  if (value === undefined) {
    return { kind: 'unknown', reason: `${what}: expected a number, found "${clip(reading.text)}"` };
  }
  return numberReading(value, what, reading.basis) as Exclude<Reading, { kind: 'text' }>;
}

/** The reading as a text: a number of one figure is one. Undefined for the other kinds. */
export function asText(reading: Reading): string | undefined {
  if (reading.kind === 'text') return reading.text;
  if (reading.kind !== 'number' || !reading.range.low.eq(reading.range.high)) return undefined;
  return reading.range.likely.toFixed();
}

/** Both bases as one: the weaker evidence, all notes once, the first usage key. */
export function joinBasis(a: Basis, b: Basis): Basis {
  if (a === CERTAIN) return b;
  if (b === CERTAIN) return a;
  const usageKey = a.usageKey ?? b.usageKey;
  return {
    evidence: a.evidence > b.evidence ? a.evidence : b.evidence,
    notes: [...new Set([...a.notes, ...b.notes])],
    ...(usageKey === undefined ? {} : { usageKey }),
  };
}

/** A decimal without exponent, of a length that is meant; undefined for other texts. */
export function plainDecimal(text: string): Decimal | undefined {
  return text.length <= MAX_DIGITS && /^-?\d+(\.\d+)?$/.test(text) ? decimal(text) : undefined;
}

/**
 * The number that Terraform takes a text for where an argument is a number: also with a `+`, an exponent or a bare point
 * (go-cty, `ParseNumberVal`). Undefined for other texts.
 */
function convertedDecimal(text: string): Decimal | undefined {
  const isNumber = text.length <= MAX_DIGITS && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text);
  return isNumber ? decimal(text.replace(/^\+/, '')) : undefined;
}

/** A foreign text short enough for a message. */
export function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function numberProblem(value: Decimal): string | undefined {
  if (value.s < 0 && (value.c[0] ?? 0) !== 0) return 'negative';
  if (value.e > MAX_EXPONENT || value.e < -MAX_DIGITS || value.c.length > MAX_DIGITS) return 'out of range';
  return undefined;
}
