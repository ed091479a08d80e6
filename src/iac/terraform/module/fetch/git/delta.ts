import { FetchProblem } from '../fetch-problem.ts';

/**
 * The object that a delta makes of its base: copies of parts of it, and new bytes (gitformat-pack, "Deltified
 * representation"). Throws FetchProblem for a delta that does not fit, or whose result is longer than `most`.
 */
export function applyDelta(base: Uint8Array, delta: Uint8Array, most: number): Uint8Array {
  const reader = new DeltaReader(delta);
  const [from, size] = [reader.size(), reader.size()];
  if (from !== base.length || size > most) throw broken();
  const result = Buffer.allocUnsafe(size);
  let at = 0;
  while (!reader.isAtEnd) {
    const part = reader.part(base);
    if (at + part.length > size) throw broken();
    result.set(part, at);
    at += part.length;
  }
  if (at !== size) throw broken();
  return result;
}

class DeltaReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** A number of seven bits a byte, the lowest first. */
  size(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 50; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw broken();
  }

  /** The bytes that the next instruction adds. */
  part(base: Uint8Array): Uint8Array {
    const instruction = this.#byte();
    if (instruction === 0) throw broken();
    if (instruction < 128) {
      const part = this.#bytes.subarray(this.#at, this.#at + instruction);
      if (part.length < instruction) throw broken();
      this.#at += instruction;
      return part;
    }
    const offset = this.#number(instruction, 4);
    const size = this.#number(instruction >> 4, 3) || 0x10000;
    if (offset + size > base.length) throw broken();
    return base.subarray(offset, offset + size);
  }

  /** A number whose bytes are there where a bit is set. */
  #number(bits: number, bytes: number): number {
    let value = 0;
    for (let index = 0; index < bytes; index++) {
      if ((bits & (1 << index)) !== 0) value += this.#byte() * 256 ** index;
    }
    return value;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw broken();
    return byte;
  }
}

function broken(): FetchProblem {
  return new FetchProblem('The pack of the git server is broken: a delta does not fit.');
}
