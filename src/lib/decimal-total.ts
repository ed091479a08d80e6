import { Decimal, ZERO } from './decimal.ts';

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
    return this.#byScale.reduce((sum, total, scale) => sum.plus(scaled(total, scale)), this.#rest);
  }
}

function scaled(integer: number, scale: number): Decimal {
  return new Decimal(`${integer}e-${scale}`);
}
