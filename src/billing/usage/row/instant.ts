import { isInstant } from '../../../lib/calendar.ts';

const SEPARATOR = 0x2d;
const COLON = 0x3a;

/**
 * Reads instants in UTC, as FOCUS writes them (`2026-03-01T00:00:00Z`, with a fraction too) and as its sample data does
 * (`2026-03-01 00:00:00`). The day is remembered: that of the next row is mostly the same.
 */
export class InstantReader {
  #number = -1;
  #day = NaN;

  /** Epoch milliseconds; NaN for anything that is no instant, such as 31 February. */
  read(bytes: Buffer, start: number, end: number): number {
    const length = end - start;
    const isLong = length === 20 && bytes[start + 10] === 0x54 && bytes[start + 19] === 0x5a;
    const isShort = length === 19 && bytes[start + 10] === 0x20;
    if (!isLong && !isShort) return fractional(bytes, start, end);
    if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return NaN;
    const hour = two(bytes, start + 11);
    const minute = two(bytes, start + 14);
    const second = two(bytes, start + 17);
    // A comparison with NaN is false: what is no digit ends here too.
    if (!(hour < 24 && minute < 60 && second < 60)) return NaN;
    return this.#dayOf(bytes, start) + ((hour * 60 + minute) * 60 + second) * 1000;
  }

  #dayOf(bytes: Buffer, start: number): number {
    if (bytes[start + 4] !== SEPARATOR || bytes[start + 7] !== SEPARATOR) return NaN;
    const year = two(bytes, start) * 100 + two(bytes, start + 2);
    const number = (year * 100 + two(bytes, start + 5)) * 100 + two(bytes, start + 8);
    if (number !== this.#number) {
      const text = bytes.toString('latin1', start, start + 10);
      this.#number = number;
      this.#day = isInstant(`${text}T00:00:00Z`) ? Date.parse(`${text}T00:00:00Z`) : NaN;
    }
    return this.#day;
  }
}

function two(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30;
  const ones = (bytes[at + 1] ?? 0) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** At most nine digits of a second, of which three count. */
function fractional(bytes: Buffer, start: number, end: number): number {
  if (end - start < 22 || end - start > 30) return NaN;
  const text = bytes.toString('latin1', start, end);
  return isInstant(text) ? Date.parse(text) : NaN;
}
