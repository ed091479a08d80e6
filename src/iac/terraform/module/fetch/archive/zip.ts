import { inflateRawSync } from 'node:zlib';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { Contents, tooLarge } from './contents.ts';
import { crc32 } from './crc32.ts';
import { entryName } from './entry-name.ts';

/** Signatures of the three records that are read (PKWARE, APPNOTE.TXT 4.3). */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** The record at the end has a comment of at most 65,535 bytes behind it. */
const LONGEST_END = 22 + 0xffff;

const [STORED, DEFLATED] = [0, 8];

/** The files of a zip archive by its central directory. Throws FetchProblem when it is broken, encrypted or zip64. */
export function readZip(bytes: Uint8Array): PackedFiles {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return contentsOf(zip);
  } catch (error) {
    if (error instanceof FetchProblem) throw error;
    // Whatever is read out of the archive's bounds.
    throw broken();
  }
}

function contentsOf(zip: Buffer): PackedFiles {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff)
    throw new FetchProblem('The archive is in zip64, which is not read.');
  const contents = new Contents();
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw broken();
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.subarray(at + 46, at + 46 + (nameLength ?? 0));
    addEntry(contents, zip, at, name);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return contents;
}

/** Where the record at the end begins. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(zip.length - LONGEST_END, 0); at--) {
    if (zip.readUInt32LE(at) === END && zip.readUInt16LE(at + 20) === zip.length - at - 22) return at;
  }
  throw broken();
}

function addEntry(contents: Contents, zip: Buffer, at: number, bytes: Uint8Array): void {
  const name = entryName(bytes);
  // Of archives that were made on Unix the upper half of the attributes is the mode of the file.
  const mode = zip.readUInt32LE(at + 38) >>> 16;
  const kind = zip[at + 5] === 3 ? mode & 0o170000 : 0;
  if (bytes.at(-1) === 47 || kind === 0o040000) return;
  contents.add(name, data(zip, at, contents.left), kind === 0o120000 ? 'link' : 'file');
}

function data(zip: Buffer, at: number, most: number): Uint8Array {
  const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
  const [sum, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
  const local = zip.readUInt32LE(at + 42);
  if ((flags & 1) !== 0) throw new FetchProblem('The archive is encrypted.');
  if (size === undefined || packed === undefined || zip.readUInt32LE(local) !== LOCAL) throw broken();
  if (size > most) throw tooLarge();
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + packed > zip.length) throw broken();
  const stored = zip.subarray(start, start + packed);
  const bytes =
    method === STORED
      ? stored
      : method === DEFLATED
        ? inflateRawSync(stored, { maxOutputLength: Math.max(size, 1) })
        : undefined;
  if (bytes === undefined) throw new FetchProblem('The archive is compressed in a way that is not read.');
  if (bytes.length !== size || crc32(bytes) !== sum) throw broken();
  return bytes;
}

function broken(): FetchProblem {
  return new FetchProblem('The archive is cut off or broken.');
}
