import { type Decimal, ZERO } from './decimal.ts';
import { scaled } from './scaled.ts';

/** Decimals of so many digits are safe integers, and thousands of them may be added before one is not. */
const FAST_DIGITS = 11;
const SAFE = Number.MAX_SAFE_INTEGER - 10 ** FAST_DIGITS;
/** Digits after the point that are kept apart as integers. */
const FAST_SCALE = 24;

/**
 * An exact sum of many decimals, without an allocation for each. What has few digits is added as an integer of its scale;
 * all else as a decimal.
 */
export class DecimalTotal {
  readonly #byScale: number[] = [];
  #rest: Decimal = ZERO;

  add(value: Decimal): void {
    const { c, e, s } = value;
    const scale = c.length - 1 - e;
    if (c.length > FAST_DIGITS || scale < 0 || scale > FAST_SCALE) {
      this.#rest = this.#rest.plus(value);
      return;
    }
    let integer = 0;
    for (const digit of c) integer = integer * 10 + digit;
    const total = (this.#byScale[scale] ?? 0) + s * integer;
    if (total > SAFE || total < -SAFE) {
      this.#rest = this.#rest.plus(scaled(total, scale));
      this.#byScale[scale] = 0;
    } else this.#byScale[scale] = total;
  }

  value(): Decimal {
    const scale = Math.max(this.#byScale.length - 1, 0);
    let integer = 0;
    let rest = this.#rest;
    for (let at = scale; at >= 0; at--) {
      const total = this.#byScale[at] ?? 0;
      const fine = total * 10 ** (scale - at);
      // Most often all of it is one safe integer of the finest scale.
      if (Number.isSafeInteger(fine) && Number.isSafeInteger(integer + fine)) integer += fine;
      else rest = rest.plus(scaled(total, at));
    }
    return integer === 0 ? rest : rest.plus(scaled(integer, scale));
  }
}
