import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { readPack } from './pack.ts';

const [BLOB, OFFSET, REFERENCE] = [3, 6, 7];
const BASE = 'hello, world';

/** An entry: type and size, what a delta is made against, and the packed bytes. */
function entry(type: number, content: Buffer, base = Buffer.alloc(0), size = content.length): Buffer {
  const header = [(type << 4) | (size & 15)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    header[header.length - 1] = (header.at(-1) ?? 0) | 128;
    header.push(rest & 127);
  }
  return Buffer.concat([Buffer.from(header), base, deflateSync(content)]);
}

/** A pack with these entries whose digest is right. */
function pack(entries: readonly Buffer[], count = entries.length): Buffer {
  const header = Buffer.alloc(12);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(count, 8);
  const content = Buffer.concat([header, ...entries]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}

const idOf = (text: string): string =>
  createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
const blob = entry(BLOB, Buffer.from(BASE));
/** Copies `hello` and adds `!`. */
const delta = Buffer.from([BASE.length, 6, 0x90, 5, 1, 0x21]);
const reference = entry(REFERENCE, delta, Buffer.from(idOf(BASE), 'hex'));
const offset = (distance: number): Buffer => entry(OFFSET, delta, Buffer.from([distance]));

test.each<[string, Buffer[]]>([
  ['by its distance', [blob, offset(blob.length)]],
  ['by its id', [blob, reference]],
  ['by its id before it', [reference, blob]],
])('a delta is put together from the base that it names %s', (_, entries) => {
  const objects = readPack(pack(entries), 'sha1');
  expect([...objects.keys()].sort()).toEqual([idOf(BASE), idOf('hello!')].sort());
  expect(Buffer.from(objects.get(idOf('hello!'))?.bytes ?? []).toString()).toBe('hello!');
});

const spoiled = Buffer.from(blob);
spoiled[3] = 0xff;
const limits = { files: 10, unpacked: 1000 };

/** A delta of a base, from instructions: its result is as long as they make it. */
function madeOf(base: string, instructions: readonly Buffer[], size: number): Buffer {
  const sizes = [base.length, size].flatMap((value) => [
    (value & 127) | 128,
    ((value >> 7) & 127) | 128,
    value >> 14,
  ]);
  const bytes = Buffer.concat([Buffer.from(sizes), ...instructions]);
  return entry(REFERENCE, bytes, Buffer.from(idOf(base), 'hex'));
}

const added = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);

const LARGE = 'x'.repeat(400);
const largeBase = entry(BLOB, Buffer.from(LARGE));
/** Copies the 400 bytes from 0 on. */
const COPY_ALL = Buffer.from([0xb0, 400 & 255, 400 >> 8]);

test('a copy without a size copies 65,536 bytes', () => {
  const base = 'ab'.repeat(40_000);
  const objects = readPack(
    pack([entry(BLOB, Buffer.from(base)), madeOf(base, [Buffer.from([0x80])], 0x10000)]),
    'sha1',
  );
  expect(objects.has(idOf(base.slice(0, 0x10000)))).toBe(true);
});

test.each([
  [20, true],
  [80, false],
])('of %i deltas, each before the one that it is made of, all are read: %s', (count, expected) => {
  const chain = Array.from({ length: count }, (_, index) => {
    const [base, result] = [`text ${index}`, `text ${index + 1}`];
    return madeOf(base, [added(result)], result.length);
  });
  const bytes = pack([...chain.reverse(), entry(BLOB, Buffer.from('text 0'))]);
  const objects = () => readPack(bytes, 'sha1').has(idOf(`text ${count}`));
  if (expected) expect(objects()).toBe(true);
  else expect(objects).toThrow('the base of a delta is missing');
});

test.each<[string, Buffer, RegExp]>([
  ['a stream that is no zlib', pack([spoiled]), /pack of the git server is broken/],
  ['a size that is too small', pack([entry(BLOB, Buffer.from(BASE), undefined, 3)]), /broken/],
  ['a size that is too large', pack([entry(BLOB, Buffer.from(BASE), undefined, 20)]), /broken/],
  ['a size beyond all limits', pack([entry(BLOB, Buffer.from(BASE), undefined, 2 ** 31)]), /too large/],
  ['more entries than there are', pack([blob], 2), /broken/],
  ['more entries than are read', pack(Array.from({ length: 11 }, () => blob)), /more than 10 objects/],
  ['a base that is not there', pack([reference]), /base of a delta is missing/],
  ['a delta of itself', pack([offset(0)]), /base of a delta is missing/],
  ['a delta of what comes before the pack', pack([offset(100)]), /base of a delta is missing/],
  [
    'a delta of another base',
    pack([blob, entry(REFERENCE, Buffer.from([9, 1, 1, 0x21]), Buffer.from(idOf(BASE), 'hex'))]),
    /does not fit/,
  ],
  [
    'a delta that copies too far',
    pack([blob, entry(REFERENCE, Buffer.from([12, 40, 0x90, 40]), Buffer.from(idOf(BASE), 'hex'))]),
    /does not fit/,
  ],
  [
    'a delta that grows without end',
    pack([blob, entry(REFERENCE, Buffer.from([12, 0xff, 0xff, 0xff, 0x7f]), Buffer.from(idOf(BASE), 'hex'))]),
    /does not fit/,
  ],
  [
    'a delta that is longer than what is left',
    pack([largeBase, madeOf(LARGE, [COPY_ALL, COPY_ALL, COPY_ALL], 1200)]),
    /does not fit/,
  ],
  [
    'deltas that are large together',
    pack([largeBase, ...['a', 'b', 'c'].map((more) => madeOf(LARGE, [COPY_ALL, added(more)], 401))]),
    /does not fit/,
  ],
  ['an unknown type', pack([entry(5, Buffer.from(BASE))]), /broken/],
  [
    'many objects that are large together',
    pack(Array.from({ length: 5 }, (_, i) => entry(BLOB, Buffer.alloc(300, i)))),
    /too large/,
  ],
  ['another digest', Buffer.concat([pack([blob]).subarray(0, -1), Buffer.from([0])]), /cut off or broken/],
  ['nothing', Buffer.alloc(0), /is no pack/],
])('a pack with %s is told', (_, bytes, message) => {
  expect(() => readPack(bytes, 'sha1', limits)).toThrow(message);
});
