/** How many hashes there are, and their sum: almost certainly another one where others come, in whatever order. */
export class HashSum {
  #count = 0;
  #sum = 0;

  /** Adds a hash of 32 bits. */
  add(hash: number): void {
    this.#count++;
    this.#sum = (this.#sum + hash) | 0;
  }

  equals(other: HashSum): boolean {
    return this.#count === other.#count && this.#sum === other.#sum;
  }
}
