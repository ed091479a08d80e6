import { inflateSync } from 'node:zlib';
import { FetchProblem } from '../fetch-problem.ts';

/** One entry of a pack: a whole object, or a delta against another one. */
export interface PackEntry {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag' | 'delta';
  /** Of a delta: the offset or the id of what it is made against. */
  readonly base?: number | string;
  readonly bytes: Uint8Array;
  /** Where the next entry begins. */
  readonly end: number;
}

const TYPES = [undefined, 'commit', 'tree', 'blob', 'tag', undefined, 'offset', 'reference'] as const;

/** The entry at an offset, unpacked to at most `most` bytes. Throws FetchProblem when it is broken or longer. */
export function entryAt(pack: Uint8Array, offset: number, idLength: number, most: number): PackEntry {
  const { type, size, at } = header(pack, offset);
  if (size > most) throw new FetchProblem('The repository is too large once it is unpacked.');
  if (type === undefined) throw broken();
  if (type === 'offset') {
    const { value, end } = distance(pack, at);
    return { type: 'delta', base: offset - value, ...inflated(pack, end, size) };
  }
  if (type === 'reference') {
    const base = Buffer.from(pack.subarray(at, at + idLength)).toString('hex');
    return { type: 'delta', base, ...inflated(pack, at + idLength, size) };
  }
  return { type, ...inflated(pack, at, size) };
}

/** Type and unpacked size: four bits of it beside the type, then seven a byte. */
function header(pack: Uint8Array, offset: number) {
  let byte = byteAt(pack, offset);
  const type = TYPES[(byte >> 4) & 7];
  let size = byte & 15;
  let at = offset + 1;
  for (let factor = 16; byte >= 128; factor *= 128) {
    if (factor > 2 ** 45) throw broken();
    byte = byteAt(pack, at++);
    size += (byte & 127) * factor;
  }
  return { type, size, at };
}

/** How far before the entry its base begins: seven bits a byte, the highest first, each further byte counting from one. */
function distance(pack: Uint8Array, offset: number): { readonly value: number; readonly end: number } {
  let at = offset;
  let byte = byteAt(pack, at++);
  let value = byte & 127;
  while (byte >= 128) {
    if (value > 2 ** 40) throw broken();
    byte = byteAt(pack, at++);
    value = (value + 1) * 128 + (byte & 127);
  }
  return { value, end: at };
}

interface Inflated {
  readonly bytes: Uint8Array;
  readonly end: number;
}

function inflated(pack: Uint8Array, at: number, size: number): Inflated {
  try {
    // With `info` comes the engine, which knows how many bytes of the pack the stream took.
    const result = inflateSync(pack.subarray(at), {
      info: true,
      maxOutputLength: Math.max(size, 1),
    }) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    if (result.buffer.length !== size) throw broken();
    return { bytes: result.buffer, end: at + result.engine.bytesWritten };
  } catch (error) {
    if (error instanceof FetchProblem) throw error;
    throw broken();
  }
}

function byteAt(pack: Uint8Array, at: number): number {
  const byte = pack[at];
  if (byte === undefined) throw broken();
  return byte;
}

function broken(): FetchProblem {
  return new FetchProblem('The pack of the git server is broken.');
}
