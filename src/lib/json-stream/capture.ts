/** Most bytes of one value: no plan that a tool wrote has such a large one. */
export const MAX_VALUE = 256 * 1024 * 1024;

/** Collects a stretch of bytes that may go over several chunks. */
export class Capture {
  #chunk: Uint8Array = new Uint8Array();
  /** Index in the current chunk where the stretch goes on; -1: nothing is captured. */
  #from = -1;
  #pieces: Uint8Array[] = [];
  #size = 0;

  /** A chunk begins; a stretch that was begun goes on in it. */
  enter(chunk: Uint8Array): void {
    this.#chunk = chunk;
    if (this.#from >= 0) this.#from = 0;
  }

  /** The chunk is over. What it has of the stretch is copied: its owner may use it again. */
  leave(): void {
    if (this.#from < 0) return;
    const piece = new Uint8Array(this.#chunk.subarray(this.#from));
    this.#pieces.push(piece);
    this.#size += piece.length;
  }

  get isOpen(): boolean {
    return this.#from >= 0;
  }

  get isTooLarge(): boolean {
    return this.#size > MAX_VALUE;
  }

  /** The stretch begins; an unfinished one is forgotten. */
  start(at: number): void {
    this.#from = at;
    this.#pieces = [];
    this.#size = 0;
  }

  /** The stretch, which ends before an index. */
  end(at: number): Uint8Array {
    const last = this.#from < 0 ? new Uint8Array() : this.#chunk.subarray(this.#from, at);
    const whole = this.#pieces.length === 0 ? last : Buffer.concat([...this.#pieces, last]);
    this.#from = -1;
    this.#pieces = [];
    this.#size = 0;
    return whole;
  }
}
