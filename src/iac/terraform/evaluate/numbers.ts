import { Decimal } from '../../../lib/decimal.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { rounded } from './float.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,6})?$/;
const MAX_EXPONENT = 1_000;
const MAX_DIGITS = 2_000;

/** A number as text, in full and without an exponent: `1e30` has 31 digits. */
export function numberText(value: Decimal): string {
  const plain = value.toFixed();
  return plain === '-0' ? '0' : plain;
}

/** The number that a text says, as Terraform converts it; undefined when it is none. */
export function parseNumber(source: string): Decimal | undefined {
  if (source.length > MAX_DIGITS || !NUMBER.test(source)) return undefined;
  const unsigned = source.startsWith('+') ? source.slice(1) : source;
  return bounded(new Decimal(unsigned.replace(/\.(?=$|[eE])/, '').replace(/^(-?)\./, '$10.')));
}

/**
 * The number as the 512 bits hold it that Terraform keeps.
 * Throws a LimitError beyond 1e1000.
 */
export function bounded(value: Decimal): Decimal {
  if (Math.abs(value.e) > MAX_EXPONENT)
    throw new LimitError('a number is larger than 1e1000 or smaller than 1e-1000');
  return rounded(value);
}

/** A whole number that fits a JavaScript number; throws when it is not one. */
export function wholeNumber(value: Decimal, what: string): number {
  const plain = Math.abs(value.e) > 16 ? Number.NaN : Number(value.toFixed());
  if (!Number.isSafeInteger(plain)) throw new ExpressionError(`${what} must be a whole number`);
  return plain;
}
