/** Arrays of fewer bytes are as any other. */
const LEAST = 64 * 1024;
/** Address space that an array has to grow in, in bytes and in times of its first length. It takes no memory. */
const LEAST_RESERVED = 64 * 1024 * 1024;
const RESERVED_TIMES = 16;
const MOST_RESERVED = 2 ** 31;

type Growing =
  Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/**
 * The array with room for at least `length` values, those that are new being 0; the one that is given must not be used any more.
 * Large arrays grow where they are: a copy would need twice the memory for a while, and what it leaves behind seldom goes back to
 * the system.
 */
export function grown<T extends Growing>(array: T, length: number): T {
  const bytes = length * array.BYTES_PER_ELEMENT;
  if (bytes <= array.byteLength) return array;
  if (array.buffer.resizable && bytes <= array.buffer.maxByteLength) {
    array.buffer.resize(bytes);
    return array;
  }
  const larger = zeros(array, bytes);
  larger.set(array);
  release(array);
  return larger;
}

/** The first `length` values of an array, which must not be used any more; the memory of the others is given back, if it is large. */
export function shrunk<T extends Growing>(array: T, length: number): T {
  if (!array.buffer.resizable) return array.slice(0, length) as T;
  array.buffer.resize(length * array.BYTES_PER_ELEMENT);
  return array;
}

/** Gives the memory of an array back at once, if it is large. It has no values then. */
export function release({ buffer }: Growing): void {
  if (buffer.resizable) buffer.resize(0);
}

function zeros<T extends Growing>(like: T, bytes: number): T {
  const kind = like.constructor as new (buffer: ArrayBuffer) => T;
  if (bytes < LEAST) return new kind(new ArrayBuffer(bytes));
  const reserved = Math.min(MOST_RESERVED, Math.max(LEAST_RESERVED, RESERVED_TIMES * bytes));
  try {
    return new kind(new ArrayBuffer(bytes, { maxByteLength: Math.max(reserved, bytes) }));
  } catch {
    // Address space may be limited (`ulimit -v`).
    return new kind(new ArrayBuffer(bytes));
  }
}
