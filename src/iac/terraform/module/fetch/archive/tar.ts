import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { Contents } from './contents.ts';
import { entryName } from './entry-name.ts';

const BLOCK = 512;

/** Names and sizes that are too long for a header stand in entries before it: pax (POSIX) and GNU. */
interface LongNames {
  readonly path?: Uint8Array;
  readonly target?: Uint8Array;
  readonly size?: number;
}

/** The files of a tar archive: ustar, pax and GNU's long names. Throws FetchProblem when it is broken. */
export function readTar(bytes: Uint8Array): PackedFiles {
  const contents = new Contents();
  let long: LongNames = {};
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return contents;
    const type = String.fromCharCode(header[156] ?? 0);
    const size = long.size ?? octal(header.subarray(124, 136));
    const start = at + BLOCK;
    if (!isChecked(header) || start + size > bytes.length) throw broken();
    const data = bytes.subarray(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'x') long = { ...long, ...paxNames(data) };
    else if (type === 'L') long = { ...long, path: upToNull(data) };
    else if (type === 'K') long = { ...long, target: upToNull(data) };
    else if (type !== 'g') {
      addEntry(contents, { type, header, data, long });
      long = {};
    }
  }
  throw broken();
}

interface TarEntry {
  readonly type: string;
  readonly header: Uint8Array;
  readonly data: Uint8Array;
  readonly long: LongNames;
}

/** Files and symbolic links are taken, hard links are read as the file before them; devices and pipes are no files. */
function addEntry(contents: Contents, { type, header, data, long }: TarEntry): void {
  const name = entryName(long.path ?? headerName(header));
  const target = long.target ?? upToNull(header.subarray(157, 257));
  if (type === '0' || type === '\0' || type === '7') contents.add(name, data, 'file');
  if (type === '2') contents.add(name, target, 'link');
  if (type === '1') {
    const linked = contents.files.get(entryName(target).path);
    if (linked === undefined) throw broken();
    contents.add(name, linked, 'file');
  }
}

/** ustar splits a long name into a prefix and a rest. */
function headerName(header: Uint8Array): Uint8Array {
  const isUstar = Buffer.from(header.subarray(257, 262)).toString('latin1') === 'ustar';
  const isGnu = header[263] === 32;
  const prefix = isUstar && !isGnu ? upToNull(header.subarray(345, 500)) : new Uint8Array();
  const name = upToNull(header.subarray(0, 100));
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
}

/** Records of a pax header: `length key=value` and a newline. */
function paxNames(data: Uint8Array): LongNames {
  const found: { path?: Uint8Array; target?: Uint8Array; size?: number } = {};
  for (let at = 0; at < data.length;) {
    const blank = data.indexOf(32, at);
    const length = Number(Buffer.from(data.subarray(at, Math.max(blank, at))).toString('latin1'));
    const equals = data.indexOf(61, blank);
    if (!Number.isInteger(length) || length < 5 || at + length > data.length || equals === -1) throw broken();
    const key = Buffer.from(data.subarray(blank + 1, equals)).toString('latin1');
    const value = data.subarray(equals + 1, at + length - 1);
    if (key === 'path') found.path = value;
    if (key === 'linkpath') found.target = value;
    if (key === 'size') found.size = wholeNumber(Number(Buffer.from(value).toString('latin1')));
    at += length;
  }
  return found;
}

/** The sum of a header's bytes, with blanks in the place of the sum itself. */
function isChecked(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  return sum === octal(header.subarray(148, 156));
}

function octal(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', ' ').trim();
  if (text !== '' && !/^[0-7]+$/.test(text)) throw broken();
  return wholeNumber(Number.parseInt(text === '' ? '0' : text, 8));
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw broken();
  return value;
}

function upToNull(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function broken(): FetchProblem {
  return new FetchProblem('The archive is cut off or broken.');
}
