import { grown } from './growing.ts';
import { ByteHash } from './hash.ts';

/** Numbers texts (UTF-8) from 0, so that a text which comes a million times is made and kept once. */
export class Interner {
  readonly #texts: string[] = [];
  /** The texts' bytes behind each other, and where each begins. */
  #bytes = Buffer.alloc(1024);
  #starts = new Int32Array(64);
  #hashes = new Int32Array(64);
  /** Open addressing: number of a text + 1, or 0. */
  #slots = new Int32Array(256);
  readonly #hash: ByteHash;

  constructor(seed: number) {
    this.#hash = new ByteHash(seed);
  }

  get size(): number {
    return this.#texts.length;
  }

  /** All texts, by their numbers. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The text of a number that `number` gave. */
  text(number: number): string {
    return this.#texts[number] ?? '';
  }

  /** The number of the text that lies from `start` to `end`; a new one for a new text. */
  number(bytes: Buffer, start: number, end: number): number {
    const hash = this.#hash.of(bytes, start, end).low;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[number] === hash && this.#equals(number, bytes, start, end)) return number;
      slot = (slot + 1) & mask;
    }
  }

  #equals(number: number, bytes: Buffer, start: number, end: number): boolean {
    const kept = this.#bytes;
    let at = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - at !== end - start) return false;
    for (let each = start; each < end; each++) if (bytes[each] !== kept[at++]) return false;
    return true;
  }

  #add(bytes: Buffer, start: number, end: number, hash: number, slot: number): number {
    const number = this.#texts.push(bytes.toString('utf8', start, end)) - 1;
    if (number + 2 > this.#starts.length) {
      this.#starts = grown(this.#starts, 2 * this.#starts.length);
      this.#hashes = grown(this.#hashes, 2 * this.#hashes.length);
    }
    const from = this.#starts[number] ?? 0;
    const to = from + end - start;
    if (to > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(to)]);
    bytes.copy(this.#bytes, from, start, end);
    this.#starts[number + 1] = to;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (2 * this.#texts.length > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = grown(this.#slots, 2 * this.#slots.length).fill(0);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#texts.length; number++) {
      let slot = (this.#hashes[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
