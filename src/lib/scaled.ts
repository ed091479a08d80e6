import { Decimal, ZERO } from './decimal.ts';

/** Whole numbers below it are divided as 32-bit integers, which is much faster. */
const SMALL = 1_000_000_000;

/** `integer` × 10^-`scale` for a safe integer: the same as from its text, many times faster. */
export function scaled(integer: number, scale: number): Decimal {
  const value = new Decimal(ZERO);
  if (integer === 0) return value;
  const digits = digitsOf(Math.abs(integer));
  value.s = integer < 0 ? -1 : 1;
  value.e = digits.length - 1 - scale;
  while (digits[digits.length - 1] === 0) digits.pop();
  value.c = digits;
  return value;
}

function digitsOf(integer: number): number[] {
  if (integer >= SMALL) {
    const high = Math.floor(integer / SMALL);
    const digits = digitsOf(high);
    write(digits, digits.length + 9, integer - high * SMALL);
    return digits;
  }
  let length = 1;
  for (let bound = 10; bound <= integer; bound *= 10) length++;
  const digits: number[] = [];
  write(digits, length, integer);
  return digits;
}

/** Adds an integer to a list of digits, with as many zeros in front of it as make the list so long. */
function write(digits: number[], length: number, integer: number): void {
  const begin = digits.length;
  for (let at = begin; at < length; at++) digits.push(0);
  let rest = integer | 0;
  for (let at = length - 1; at >= begin; at--) {
    const next = (rest / 10) | 0;
    digits[at] = rest - next * 10;
    rest = next;
  }
}
