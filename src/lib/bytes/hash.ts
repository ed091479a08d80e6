/** Two hashes of 32 bits of a stretch of bytes: together 64 bits that two different texts hardly ever share. */
export class ByteHash {
  high = 0;
  low = 0;
  readonly #seed: number;

  /** Tables whose keys strangers choose take a seed that these cannot foresee. */
  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  /** Hashes `bytes` from `start` to `end`. */
  of(bytes: Uint8Array, start: number, end: number): this {
    this.begin();
    this.add(bytes, start, end);
    return this.end();
  }

  /** Begins with nothing, so that several stretches can be added. */
  begin(): void {
    this.high = 0x9e3779b9 ^ this.#seed;
    this.low = 0x41c6ce57 ^ Math.imul(this.#seed, 0x85ebca6b);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    let { high, low } = this;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      high = Math.imul(high ^ byte, 0x9e3779b1);
      low = Math.imul(low ^ byte, 0x5f356495);
      low ^= high >>> 15;
    }
    this.high = high;
    this.low = low;
  }

  /** A number between two stretches, so that their border counts. */
  mark(value: number): void {
    this.high = Math.imul(this.high ^ value, 0x85ebca6b);
    this.low = Math.imul(this.low ^ (value + 0x100), 0xc2b2ae35);
  }

  /** Mixes the bits: those of the last bytes reach all others. */
  end(): this {
    const high = Math.imul(this.high ^ (this.high >>> 16), 0x85ebca6b) ^ Math.imul(this.low, 0xc2b2ae35);
    const low = Math.imul(this.low ^ (this.low >>> 13), 0xc2b2ae35) ^ Math.imul(high, 0x27d4eb2f);
    this.high = high ^ (high >>> 15);
    this.low = low ^ (low >>> 16);
    return this;
  }
}
