import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from './errors.ts';

const CHUNK = 1024 * 1024;

/**
 * The content of a file in pieces of at most 1 MB, read as they are asked for. A piece is overwritten by the next one.
 * Throws UserError when there is no such file, or when it may not be read; `name` is how the message calls it.
 */
export function* fileChunks(path: string, name: string): Generator<Uint8Array> {
  const file = open(path, name);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const size = read(file, buffer, name);
      if (size === 0) return;
      yield buffer.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}

function open(path: string, name: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unreadable(error, name);
  }
}

function read(file: number, buffer: Buffer, name: string): number {
  try {
    return readSync(file, buffer);
  } catch (error) {
    throw unreadable(error, name);
  }
}

function unreadable(error: unknown, name: string): UserError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = { file: name };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError(`There is no file ${name}.`, {
      place,
      hint: 'Give the path of a file: from where you are, or from the root.',
    });
  }
  const why =
    code === 'EISDIR'
      ? 'is a folder'
      : code === 'EACCES'
        ? 'may not be read'
        : `cannot be read (${String(code)})`;
  return new UserError(`${name} ${why}.`, { place, hint: 'Give the path of a file.', cause: error });
}
