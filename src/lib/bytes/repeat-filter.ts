import { grown, release, shrunk } from './growing.ts';

/** A slot counts to two in two bits: 16 of them lie in one whole number. */
const SLOTS_A_WORD = 16;
const SLOTS_AN_ENTRY = 8;
const MOST_BITS = 30;

/**
 * Which of millions of hashes may come more than once: none that does is missed, and 7 to 12 of 100 others are named too. It takes two
 * to four bytes an entry while they are counted and half of that then, a tenth of what remembering the hashes takes.
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

  /** To be called once, when all hashes are counted: of each slot only whether it came more than once is kept. */
  close(): void {
    const words = this.#words;
    for (let at = 0; 2 * at < words.length; at++)
      words[at] = upperBits(words[2 * at] ?? 0) | (upperBits(words[2 * at + 1] ?? 0) << 16);
    this.#words = shrunk(words, words.length / 2);
  }

  /** Whether a hash may have come more than once. */
  has(hash: number): boolean {
    const slot = hash >>> this.#shift;
    return (((this.#words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
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
}

/** The upper one of each two bits, side by side: they are set where a slot counted to two. */
function upperBits(word: number): number {
  let bits = (word >>> 1) & 0x55555555;
  bits = (bits | (bits >>> 1)) & 0x33333333;
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >>> 4)) & 0x00ff00ff;
  return (bits | (bits >>> 8)) & 0xffff;
}
