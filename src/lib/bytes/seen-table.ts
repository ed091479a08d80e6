import { grown, release } from './growing.ts';

/** Parts of the table by the first bits of an entry, so that growing moves one after the other. */
const SHARDS = 256;
/** Whole numbers an entry: 64 bits that stand for a text, 32 that stand for what came with it. */
const WIDTH = 3;
const MOST_FILLED = 0.85;
const GROWTH = 1.4;
const LEAST = 8;

/**
 * What has been seen, by hashes alone: 12 bytes an entry and 14 to 20 with the room between, so that 10 million event ids need
 * 150 to 200 MB. Two of n different texts share 64 bits with a probability of about n² / 2^65: 1 in 370,000 for 10 million. A
 * repeated text whose content differs looks the same in 1 of 4 thousand million cases.
 */
export class SeenTable {
  /** Entries of a shard. */
  #capacity = LEAST;
  #slots = new Int32Array(SHARDS * LEAST * WIDTH);
  readonly #sizes = new Int32Array(SHARDS);

  /** Makes room for so many entries, where nothing was noted yet. Growing works too, and takes time. */
  expect(entries: number): void {
    const each = entries / SHARDS;
    // Shards are not all filled alike.
    const capacity = Math.ceil((each + 4 * Math.sqrt(each)) / MOST_FILLED);
    if (capacity > this.#capacity) this.#grow(capacity);
  }

  /** Notes a text by its two hashes: `new`, or whether it came before with the `same` content or with `another`. */
  note(high: number, low: number, content: number): 'new' | 'same' | 'another' {
    // An entry of zeros is an empty one.
    if (high === 0 && low === 0) low = 1;
    const shard = high >>> 24;
    const at = this.#find(shard, high, low);
    const slots = this.#slots;
    if (slots[at] !== 0 || slots[at + 1] !== 0) return slots[at + 2] === content ? 'same' : 'another';
    this.#put(at, high, low, content);
    const size = (this.#sizes[shard] ?? 0) + 1;
    this.#sizes[shard] = size;
    if (size > MOST_FILLED * this.#capacity) this.#grow(Math.ceil(GROWTH * this.#capacity));
    return 'new';
  }

  /** Forgets all, and gives its memory back at once. */
  clear(): void {
    release(this.#slots);
    this.#capacity = LEAST;
    this.#slots = new Int32Array(SHARDS * LEAST * WIDTH);
    this.#sizes.fill(0);
  }

  /** Where an entry lies, or the empty place where it belongs. */
  #find(shard: number, high: number, low: number): number {
    const [slots, capacity] = [this.#slots, this.#capacity];
    const begin = shard * capacity * WIDTH;
    const end = begin + capacity * WIDTH;
    let at = begin + WIDTH * Math.floor(((low >>> 0) / 2 ** 32) * capacity);
    while ((slots[at] !== high || slots[at + 1] !== low) && (slots[at] !== 0 || slots[at + 1] !== 0)) {
      at += WIDTH;
      if (at === end) at = begin;
    }
    return at;
  }

  #put(at: number, high: number, low: number, content: number): void {
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#slots[at + 2] = content;
  }

  /** Moves the last shard first: the others then lie before where it goes to. */
  #grow(capacity: number): void {
    const length = this.#capacity * WIDTH;
    this.#capacity = capacity;
    this.#slots = grown(this.#slots, SHARDS * capacity * WIDTH);
    for (let shard = SHARDS - 1; shard >= 0; shard--) {
      const entries = this.#slots.slice(shard * length, (shard + 1) * length);
      this.#slots.fill(0, shard * length, (shard + 1) * length);
      for (let each = 0; each < length; each += WIDTH) {
        const [high = 0, low = 0, content = 0] = [entries[each], entries[each + 1], entries[each + 2]];
        if (high !== 0 || low !== 0) this.#put(this.#find(shard, high, low), high, low, content);
      }
    }
  }
}
