import { grown, release } from './growing.ts';

/** Numbers pairs of whole numbers (32 bits) from 0, in the order in which they first come. */
export class PairTable {
  /** Open addressing: number of a pair + 1, or 0. */
  #slots = new Int32Array(128);
  /** First and second of each pair, side by side. */
  #pairs = new Int32Array(128);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  first(number: number): number {
    return this.#pairs[2 * number] ?? 0;
  }

  second(number: number): number {
    return this.#pairs[2 * number + 1] ?? 0;
  }

  /** The number of a pair; a new one, which is then `size - 1`, for a new pair. */
  number(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    const number = (this.#slots[slot] ?? 0) - 1;
    return number === -1 ? this.#add(first, second, slot) : number;
  }

  /** The number of a pair; -1 for one that did not come yet. */
  find(first: number, second: number): number {
    return (this.#slots[this.#slotOf(first, second)] ?? 0) - 1;
  }

  /** Forgets all pairs, and gives their memory back at once. */
  clear(): void {
    release(this.#slots);
    release(this.#pairs);
    [this.#slots, this.#pairs, this.#size] = [new Int32Array(128), new Int32Array(128), 0];
  }

  #add(first: number, second: number, slot: number): number {
    const number = this.#size++;
    if (2 * number === this.#pairs.length) this.#pairs = grown(this.#pairs, 4 * number);
    this.#pairs[2 * number] = first;
    this.#pairs[2 * number + 1] = second;
    this.#slots[slot] = number + 1;
    if (3 * this.#size > 2 * this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#slots = grown(this.#slots, 2 * this.#slots.length).fill(0);
    for (let number = 0; number < this.#size; number++)
      this.#slots[this.#slotOf(this.first(number), this.second(number))] = number + 1;
  }

  /** Where a pair stands, or belongs. */
  #slotOf(first: number, second: number): number {
    const slots = this.#slots;
    const pairs = this.#pairs;
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
    const mask = slots.length - 1;
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const place = 2 * ((slots[slot] ?? 0) - 1);
      if (place < 0 || (pairs[place] === first && pairs[place + 1] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
