import BigJs from 'big.js';

/**
 * Exact decimals for money, rates and quantities: big.js in strict mode, so that a JavaScript number
 * never slips in. Division keeps 40 digits. Printed plain, never with an exponent.
 */
export const Decimal = BigJs();
Decimal.strict = true;
Decimal.DP = 40;
Decimal.NE = -1_000_000;
Decimal.PE = 1_000_000;

export type Decimal = BigJs.Big;

export const ZERO: Decimal = new Decimal('0');

/** A decimal from its text, or from a safe integer. Throws on anything that is not a plain decimal. */
export function decimal(value: string | number): Decimal {
  return new Decimal(typeof value === 'number' ? String(value) : value);
}

/** The sum, exactly; 0 for an empty list. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Whether it is 0 or -0. A comparison would copy the number, which counts where there are millions. */
export function isZero(value: Decimal): boolean {
  return value.c[0] === 0;
}

/** Whether it is 1. */
export function isOne({ s, e, c }: Decimal): boolean {
  return s > 0 && e === 0 && c.length === 1 && c[0] === 1;
}

/** Whether it is more than 0. */
export function isPositive(value: Decimal): boolean {
  return value.s > 0 && value.c[0] !== 0;
}
