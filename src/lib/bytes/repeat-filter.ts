import { grown, release } from './growing.ts';

/** A slot counts to two in two bits: 16 of them lie in one whole number. */
const SLOTS_A_WORD = 16;
const SLOTS_AN_ENTRY = 8;
const MOST_BITS = 30;

/**
 * Which of millions of hashes may come more than once: none that does is missed, and 7 to 12 of 100 others are named too. It takes two
 * to four bytes an entry, a fifth of what remembering the hashes takes.
 */
export class RepeatFilter {
  #words: Uint32Array<ArrayBuffer>;
  readonly #shift: number;
  #repeated = 0;

  /** For about so many entries. With more of them it names more that come once. */
  constructor(entries: number) {
    const bits = Math.min(MOST_BITS, Math.max(10, Math.ceil(Math.log2(SLOTS_AN_ENTRY * entries))));
    this.#words = grown(new Uint32Array(), 2 ** bits / SLOTS_A_WORD);
    this.#shift = 32 - bits;
  }

  /** Counts a hash of 32 bits. */
  add(hash: number): void {
    const slot = hash >>> this.#shift;
    const at = slot >>> 4;
    const place = (slot & 15) << 1;
    const word = this.#words[at] ?? 0;
    const count = (word >>> place) & 3;
    if (count < 2) this.#words[at] = word + (1 << place);
    if (count > 0) this.#repeated += count === 1 ? 2 : 1;
  }

  /** How many of the hashes that were counted may have come more than once, each time that they came. */
  get repeated(): number {
    return this.#repeated;
  }

  /** Forgets all, and gives its memory back at once. */
  clear(): void {
    release(this.#words);
    this.#words = new Uint32Array();
    this.#repeated = 0;
  }

  /** How often a hash came: 0, 1, or 2 for more than once, which may be another's. */
  count(hash: number): number {
    const slot = hash >>> this.#shift;
    return ((this.#words[slot >>> 4] ?? 0) >>> ((slot & 15) << 1)) & 3;
  }
}
