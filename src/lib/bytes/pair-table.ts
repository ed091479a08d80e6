/** Numbers pairs of whole numbers (32 bits) from 0, in the order in which they first come. */
export class PairTable {
  /** First and second of each pair, one behind the other. */
  #pairs = new Int32Array(128);
  #slots = new Int32Array(256);
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

  /** Where the number of a pair stands, or belongs. */
  #slotOf(first: number, second: number): number {
    const [pairs, slots] = [this.#pairs, this.#slots];
    const mask = slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1 || (pairs[2 * number] === first && pairs[2 * number + 1] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #add(first: number, second: number, slot: number): number {
    const number = this.#size++;
    if (2 * this.#size > this.#pairs.length) {
      const larger = new Int32Array(2 * this.#pairs.length);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[2 * number] = first;
    this.#pairs[2 * number + 1] = second;
    this.#slots[slot] = number + 1;
    if (3 * this.#size > 2 * this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = hash(this.first(number), this.second(number)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
