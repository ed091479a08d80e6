import { Decimal } from './decimal.ts';

/** Digits of a number that is kept as a safe integer. */
const FAST_DIGITS = 15;
/** Digits before and after the point that a number may have. */
export const MOST_DIGITS = 18;
const TEXT = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * A decimal that is read from bytes without an object for each: `mantissa` × 10^-`scale` with a safe integer, or `big` × 10^-18.
 * One is made and read into again and again.
 */
export class ExactNumber {
  mantissa = 0;
  scale = 0;
  big: bigint | null = null;

  /** Reads a plain decimal, or one with an exponent. False when it is none, or has more than 18 digits on a side of the point. */
  read(bytes: Buffer, start: number, end: number): boolean {
    this.big = null;
    const isNegative = bytes[start] === 0x2d;
    let value = 0;
    let digits = 0;
    let point = -1;
    for (let at = isNegative ? start + 1 : start; at < end; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits++;
      } else if (digit === -2 && point === -1 && digits > 0) point = digits;
      else return this.#readSlowly(bytes, start, end);
    }
    if (digits === 0 || digits > FAST_DIGITS || point === digits) return this.#readSlowly(bytes, start, end);
    this.mantissa = isNegative ? -value : value;
    this.scale = point === -1 ? 0 : digits - point;
    return true;
  }

  /** Becomes a whole number. */
  setWhole(value: number): void {
    this.mantissa = value;
    this.scale = 0;
    this.big = null;
  }

  copy(other: ExactNumber): void {
    this.mantissa = other.mantissa;
    this.scale = other.scale;
    this.big = other.big;
  }

  /** Becomes so many times itself; `times` is a safe whole number. */
  multiply(times: number): void {
    const product = this.mantissa * times;
    if (this.big === null && Number.isSafeInteger(product)) this.mantissa = product;
    else this.big = this.scaled() * BigInt(times);
  }

  isNegative(): boolean {
    return this.big === null ? this.mantissa < 0 : this.big < 0n;
  }

  /** In units of 10^-18. */
  scaled(): bigint {
    return this.big ?? BigInt(this.mantissa) * 10n ** BigInt(MOST_DIGITS - this.scale);
  }

  decimal(): Decimal {
    return new Decimal(this.big === null ? `${this.mantissa}e-${this.scale}` : `${this.big}e-${MOST_DIGITS}`);
  }

  #readSlowly(bytes: Buffer, start: number, end: number): boolean {
    // A number of so many characters has too many digits, or zeros that nobody writes.
    if (end - start > 64) return false;
    const match = TEXT.exec(bytes.toString('latin1', start, end));
    if (match === null) return false;
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    const all = (whole + fraction).replace(/^0+(?=\d)/, '');
    const digits = all.replace(/0+$/, '');
    if (digits === '') {
      this.setWhole(0);
      return true;
    }
    // The value is `digits` × 10^-scale.
    const scale = fraction.length - Number(exponent) - (all.length - digits.length);
    if (scale > MOST_DIGITS || digits.length - scale > MOST_DIGITS) return false;
    this.big = BigInt(sign + digits) * 10n ** BigInt(MOST_DIGITS - scale);
    return true;
  }
}
