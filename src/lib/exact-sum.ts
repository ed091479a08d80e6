import { grown, release } from './bytes/growing.ts';
import { Decimal } from './decimal.ts';
import { type ExactNumber, MOST_DIGITS } from './exact-number.ts';
import { scaled } from './scaled.ts';

const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * A row of exact decimals, 0 at first, in 9 bytes each: a safe integer and its scale, or a BigInt where that is not enough. Nothing
 * is allocated to add to one.
 */
export class ExactSums {
  /** NaN where the value is among the large ones. */
  #values = new Float64Array(64);
  #scales = new Uint8Array(64);
  /** In units of 10^-18. */
  readonly #large = new Map<number, bigint>();

  add(index: number, number: ExactNumber): void {
    if (index >= this.#values.length) this.#grow(Math.max(2 * this.#values.length, index + 1));
    const value = this.#values[index] ?? 0;
    if (number.big === null && number.scale === this.#scales[index]) {
      const total = value + number.mantissa;
      if (total <= Number.MAX_SAFE_INTEGER && total >= -Number.MAX_SAFE_INTEGER) {
        this.#values[index] = total;
        return;
      }
    }
    this.#addSlowly(index, number);
  }

  set(index: number, number: ExactNumber): void {
    if (index >= this.#values.length) this.#grow(Math.max(2 * this.#values.length, index + 1));
    this.#large.delete(index);
    this.#values[index] = 0;
    this.#scales[index] = 0;
    this.add(index, number);
  }

  /** Whether a number is greater than the one that is kept. */
  isLess(index: number, number: ExactNumber): boolean {
    const value = this.#values[index] ?? 0;
    const isSmall = number.big === null && !Number.isNaN(value);
    if (isSmall && number.scale === this.#scales[index]) return value < number.mantissa;
    return this.#scaled(index) < number.scaled();
  }

  /** Adds a value of another row. */
  addFrom(index: number, other: ExactSums, from: number, number: ExactNumber): void {
    const value = other.#values[from] ?? 0;
    if (Number.isNaN(value)) number.big = other.#scaled(from);
    else {
      number.big = null;
      number.mantissa = value;
      number.scale = other.#scales[from] ?? 0;
    }
    this.add(index, number);
  }

  /** The values at some indices, in their order; here are none any more. */
  moved(indices: Uint32Array): ExactSums {
    const sums = new ExactSums();
    if (!this.#values.every((value) => value === 0)) sums.#copy(this, indices);
    this.clear();
    return sums;
  }

  /** All are 0 then, and their memory is given back at once. */
  clear(): void {
    release(this.#values);
    release(this.#scales);
    this.#values = new Float64Array(64);
    this.#scales = new Uint8Array(64);
    this.#large.clear();
  }

  #copy(other: ExactSums, indices: Uint32Array): void {
    this.#grow(indices.length);
    for (let to = 0; to < indices.length; to++) {
      const from = indices[to] ?? 0;
      this.#values[to] = other.#values[from] ?? 0;
      this.#scales[to] = other.#scales[from] ?? 0;
    }
    if (other.#large.size === 0) return;
    indices.forEach((from, index) => {
      const large = other.#large.get(from);
      if (large !== undefined) this.#large.set(index, large);
    });
  }

  decimal(index: number): Decimal {
    const value = this.#values[index] ?? 0;
    if (Number.isNaN(value)) return new Decimal(`${this.#scaled(index)}e-${MOST_DIGITS}`);
    return scaled(value, this.#scales[index] ?? 0);
  }

  #addSlowly(index: number, number: ExactNumber): void {
    const scale = this.#scales[index] ?? 0;
    const most = Math.max(scale, number.scale);
    const value = (this.#values[index] ?? 0) * (POWERS[most - scale] ?? NaN);
    const added = number.mantissa * (POWERS[most - number.scale] ?? NaN);
    const isSafe = [value, added, value + added].every(Number.isSafeInteger);
    if (number.big === null && isSafe) {
      this.#values[index] = value + added;
      this.#scales[index] = most;
      return;
    }
    this.#large.set(index, this.#scaled(index) + number.scaled());
    this.#values[index] = NaN;
  }

  #scaled(index: number): bigint {
    const value = this.#values[index] ?? 0;
    if (Number.isNaN(value)) return this.#large.get(index) ?? 0n;
    return BigInt(value) * 10n ** BigInt(MOST_DIGITS - (this.#scales[index] ?? 0));
  }

  #grow(length: number): void {
    this.#values = grown(this.#values, length);
    this.#scales = grown(this.#scales, length);
  }
}
