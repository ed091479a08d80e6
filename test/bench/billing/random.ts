/**
 * Whole numbers from a seed and a position: the same on each machine, and those of one event without those of the events
 * before it. The mixing is that of splitmix32 (32-bit finalizer of MurmurHash3, public domain).
 */
export class Random {
  #state: number;

  constructor(seed: number, position: number) {
    this.#state = mix(Math.imul(seed, 0x9e3779b9) ^ mix(position >>> 0) ^ Math.floor(position / 2 ** 32));
  }

  /** From 0 to below `bound`, which is at most 2 to the power of 32. */
  below(bound: number): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return Math.floor((mix(this.#state) / 2 ** 32) * bound);
  }

  /** True in so many of a million cases. */
  perMillion(share: number): boolean {
    return share > 0 && this.below(1_000_000) < share;
  }
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
