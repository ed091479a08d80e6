/** A row of numbers, 0 at first, that grows as far as it is asked to hold some. */
export class Numbers {
  #values = new Float64Array(64);

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** The values at some indices, in their order. */
  at(indices: Uint32Array): Numbers {
    const numbers = new Numbers();
    if (this.#values.some((value) => value !== 0)) {
      // Not `from`: it makes a list of all values first.
      numbers.#values = new Float64Array(indices.length);
      for (let to = 0; to < indices.length; to++) numbers.#values[to] = this.get(indices[to] ?? 0);
    }
    return numbers;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new Float64Array(Math.max(2 * this.#values.length, index + 1));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[index] = value;
  }
}
