import { grown, release } from './growing.ts';

/** A row of numbers, 0 at first, that grows as far as it is asked to hold some. */
export class Numbers {
  #values = new Float64Array(64);

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** The values at some indices, in their order; here are none any more. */
  moved(indices: Uint32Array): Numbers {
    const numbers = new Numbers();
    if (this.#values.some((value) => value !== 0)) {
      numbers.#values = grown(numbers.#values, indices.length);
      for (let to = 0; to < indices.length; to++) numbers.#values[to] = this.get(indices[to] ?? 0);
    }
    this.clear();
    return numbers;
  }

  /** All are 0 then, and their memory is given back at once. */
  clear(): void {
    release(this.#values);
    this.#values = new Float64Array(64);
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length)
      this.#values = grown(this.#values, Math.max(2 * this.#values.length, index + 1));
    this.#values[index] = value;
  }
}
