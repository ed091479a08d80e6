/** First and second of a pair, and its number + 1 (0: nothing stands here), side by side. */
const WIDTH = 3;

/** Numbers pairs of whole numbers (32 bits) from 0, in the order in which they first come. */
export class PairTable {
  #slots = new Int32Array(128 * WIDTH);
  /** Where each pair stands. */
  #places = new Int32Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  first(number: number): number {
    return this.#slots[this.#places[number] ?? 0] ?? 0;
  }

  second(number: number): number {
    return this.#slots[(this.#places[number] ?? 0) + 1] ?? 0;
  }

  /** The number of a pair; a new one, which is then `size - 1`, for a new pair. */
  number(first: number, second: number): number {
    const place = placeOf(this.#slots, first, second);
    const number = (this.#slots[place + 2] ?? 0) - 1;
    return number === -1 ? this.#add(first, second, place) : number;
  }

  /** The number of a pair; -1 for one that did not come yet. */
  find(first: number, second: number): number {
    return (this.#slots[placeOf(this.#slots, first, second) + 2] ?? 0) - 1;
  }

  #add(first: number, second: number, place: number): number {
    const number = this.#size++;
    if (number === this.#places.length) {
      const larger = new Int32Array(2 * number);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#put(first, second, number, place);
    if (3 * WIDTH * this.#size > 2 * this.#slots.length) this.#grow();
    return number;
  }

  #put(first: number, second: number, number: number, place: number): void {
    this.#slots[place] = first;
    this.#slots[place + 1] = second;
    this.#slots[place + 2] = number + 1;
    this.#places[number] = place;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let number = 0; number < this.#size; number++) {
      const place = this.#places[number] ?? 0;
      const first = old[place] ?? 0;
      const second = old[place + 1] ?? 0;
      this.#put(first, second, number, placeOf(this.#slots, first, second));
    }
  }
}

/** Where a pair stands, or belongs. */
function placeOf(slots: Int32Array, first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  const mask = slots.length / WIDTH - 1;
  let slot = (mixed ^ (mixed >>> 15)) & mask;
  for (;;) {
    const place = slot * WIDTH;
    if (slots[place + 2] === 0 || (slots[place] === first && slots[place + 1] === second)) return place;
    slot = (slot + 1) & mask;
  }
}
