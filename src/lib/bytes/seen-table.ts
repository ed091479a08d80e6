/** Tables of which each grows alone, so that growing never needs twice the memory. */
const SHARDS = 1024;
/** Whole numbers an entry: 64 bits that stand for a text, 32 that stand for what came with it. */
const WIDTH = 3;
const MOST_FILLED = 0.85;
const GROWTH = 1.4;

/**
 * What has been seen, by hashes alone: 12 bytes an entry and 14 to 20 with the room between, so that 10 million event ids need
 * 150 to 200 MB. Two of n different texts share 64 bits with a probability of about n² / 2^65: 1 in 370,000 for 10 million. A
 * repeated text whose content differs looks the same in 1 of 4 thousand million cases.
 */
export class SeenTable {
  readonly #shards: Int32Array[] = [];
  #capacity = 8;
  readonly #sizes = new Int32Array(SHARDS);

  /** Makes room for so many entries, where nothing was noted yet. Growing works too, and leaves memory to be collected. */
  expect(entries: number): void {
    this.#capacity = Math.max(this.#capacity, Math.ceil((1.05 * entries) / SHARDS / MOST_FILLED));
  }

  /** Notes a text by its two hashes: `new`, or whether it came before with the `same` content or with `another`. */
  note(high: number, low: number, content: number): 'new' | 'same' | 'another' {
    // An entry of zeros is an empty one.
    if (high === 0 && low === 0) low = 1;
    const shard = high >>> 22;
    const slots = (this.#shards[shard] ??= new Int32Array(this.#capacity * WIDTH));
    const at = find(slots, high, low);
    if (slots[at] !== 0 || slots[at + 1] !== 0) return slots[at + 2] === content ? 'same' : 'another';
    slots[at] = high;
    slots[at + 1] = low;
    slots[at + 2] = content;
    const size = (this.#sizes[shard] ?? 0) + 1;
    this.#sizes[shard] = size;
    if (size * WIDTH > MOST_FILLED * slots.length) this.#shards[shard] = grown(slots);
    return 'new';
  }
}

/** Where an entry lies, or the empty place where it belongs. */
function find(slots: Int32Array, high: number, low: number): number {
  const capacity = slots.length / WIDTH;
  let at = WIDTH * Math.floor(((low >>> 0) / 2 ** 32) * capacity);
  while ((slots[at] !== high || slots[at + 1] !== low) && (slots[at] !== 0 || slots[at + 1] !== 0)) {
    at += WIDTH;
    if (at === slots.length) at = 0;
  }
  return at;
}

function grown(slots: Int32Array): Int32Array {
  const larger = new Int32Array(WIDTH * Math.ceil((GROWTH * slots.length) / WIDTH));
  for (let each = 0; each < slots.length; each += WIDTH) {
    const [high = 0, low = 0, content = 0] = [slots[each], slots[each + 1], slots[each + 2]];
    if (high === 0 && low === 0) continue;
    const at = find(larger, high, low);
    larger[at] = high;
    larger[at + 1] = low;
    larger[at + 2] = content;
  }
  return larger;
}
