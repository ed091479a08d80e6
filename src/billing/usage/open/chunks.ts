import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../../lib/errors.ts';

/** A file of usage: where it lies, and what messages call it. */
export interface UsageFile {
  readonly path: string;
  readonly name: string;
}

/** Bytes in pieces; a piece may be overwritten by the next one. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What is packed with gzip in these pieces. Throws UserError when it is no gzip file, or is cut off. */
export async function* unpacked(pieces: Iterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  // A stream reads ahead, and a piece would be overwritten.
  const copies = (function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  })();
  const packed = Readable.from(copies, { objectMode: false });
  const unzip = createGunzip();
  packed.on('error', (error) => unzip.destroy(error));
  try {
    for await (const chunk of packed.pipe(unzip)) yield chunk as Uint8Array;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    const place = { file: name };
    throw new UserError(`${name} is no gzip file, or is cut off.`, { place, cause: error });
  } finally {
    packed.destroy();
  }
}
