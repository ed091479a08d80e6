const LINE_FEED = 0x0a;
const MARK = [0xef, 0xbb, 0xbf];
const LONGEST_LINE = 1024 * 1024;

/** Receives a line from `start` to `end`, which holds until the next one. Of a line that is too long nothing is given. */
export type TakeLine = (bytes: Buffer, start: number, end: number, line: number, isTooLong: boolean) => void;

/** Splits bytes that arrive in pieces into lines of at most 1 MB, and gives those that are not blank. */
export class Lines {
  readonly #take: TakeLine;
  #buffer = Buffer.allocUnsafe(256 * 1024);
  #used = 0;
  #line = 1;
  #isSkipping = false;

  constructor(take: TakeLine) {
    this.#take = take;
  }

  add(chunk: Uint8Array): void {
    if (this.#used + chunk.length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#used + chunk.length));
      this.#buffer.copy(larger, 0, 0, this.#used);
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#used);
    this.#used += chunk.length;
    const bytes = this.#buffer.subarray(0, this.#used);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      this.#give(bytes, start, end);
      this.#line++;
      start = end + 1;
    }
    this.#buffer.copyWithin(0, start, this.#used);
    this.#used -= start;
    if (this.#used > LONGEST_LINE) this.#skip();
  }

  /** The last line may have no line break. */
  end(): void {
    this.#give(this.#buffer, 0, this.#used);
  }

  #skip(): void {
    if (!this.#isSkipping) this.#take(this.#buffer, 0, 0, this.#line, true);
    this.#isSkipping = true;
    this.#used = 0;
  }

  #give(bytes: Buffer, start: number, end: number): void {
    const wasSkipping = this.#isSkipping;
    this.#isSkipping = false;
    if (wasSkipping) return;
    if (this.#line === 1 && MARK.every((byte, index) => bytes[start + index] === byte)) start += MARK.length;
    if (end - start > LONGEST_LINE) {
      this.#take(bytes, 0, 0, this.#line, true);
      return;
    }
    if (bytes.subarray(start, end).some((byte) => byte > 0x20))
      this.#take(bytes, start, end, this.#line, false);
  }
}
