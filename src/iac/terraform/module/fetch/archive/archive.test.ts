import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { temporaryRepository } from '../../../../../../test/support/temporary-repository.ts';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import type { ArchiveFormat } from '../address/address.ts';
import { unpack } from './archive-files.ts';
import { tarOf, zipOf } from './testdata/archives.ts';

const texts = (entries: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...entries].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));

const read = (bytes: Uint8Array, format: ArchiveFormat): PackedFiles => unpack(bytes, format);

const LONG = `${'deep/'.repeat(60)}main.tf`;

describe.each<ArchiveFormat>(['zip', 'tar', 'tar.gz'])('a %s archive', (format) => {
  test('that git makes gives its files and links', () => {
    using repository = temporaryRepository();
    const files = { 'main.tf': 'a = 1\n'.repeat(100), 'empty.tf': '', 'ü.tf': 'b', [LONG]: 'c' };
    repository.commit(files);
    repository.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${repository.git('hash-object', '-w', 'ü.tf')},link`,
    );
    repository.git('commit', '--quiet', '--message', 'link');
    const args = ['archive', `--format=${format}`, '--prefix=top/', 'HEAD'];
    const archive = execFileSync('git', args, { cwd: repository.folder });
    const found = read(archive, format);
    const expected = Object.entries(files).map(([path, text]) => [`top/${path}`, text]);
    expect(texts(found.files)).toEqual(Object.fromEntries(expected));
    expect(texts(found.links)).toEqual({ 'top/link': 'b' });
  });

  test('that is cut off is told', () => {
    const whole = format === 'zip' ? zipOf([{ name: 'a', text: 'x' }]) : tarOf([{ name: 'a', text: 'x' }]);
    const packed = format === 'tar.gz' ? gzipSync(whole) : whole;
    for (const size of [0, 10, Math.floor(packed.length / 2), packed.length - 1]) {
      if (format === 'tar' && size > 1024) continue;
      expect(() => read(packed.subarray(0, size), format)).toThrow('cut off or broken');
    }
  });
});

describe.each<['zip' | 'tar', typeof zipOf]>([
  ['zip', zipOf],
  ['tar', tarOf],
])('of a %s archive nothing is taken', (format, make) => {
  test.each(['../a', 'a/../../b', '/etc/passwd', 'a\\..\\b', 'C:/a', 'a/..'])('with an entry %j', (name) => {
    const archive = make([
      { name: 'main.tf', text: 'x' },
      { name, text: 'y' },
    ]);
    expect(() => read(archive, format)).toThrow('leads out of it');
  });

  test('with two files of one name', () => {
    const archive = make([
      { name: 'main.tf', text: 'x' },
      { name: './main.tf', text: 'y' },
    ]);
    expect(() => read(archive, format)).toThrow('two files of one name');
  });
});

const [LINK, FOLDER] = [0o120777, 0o040755];

test.each([
  [3, LINK, {}, { a: 'x' }],
  [3, FOLDER, {}, {}],
  [0, LINK, { a: 'x' }, {}],
  [0, FOLDER, { a: 'x' }, {}],
])('made on system %i, mode %i of a zip archive: files %j, links %j', (madeOn, mode, files, links) => {
  const found = read(zipOf([{ name: 'a', text: 'x', madeOn, mode }]), 'zip');
  expect([texts(found.files), texts(found.links)]).toEqual([files, links]);
});

test.each<['zip' | 'tar', Buffer, Buffer]>([
  [
    'zip',
    zipOf([
      { name: 'a', text: 'b', mode: LINK },
      { name: 'a', text: 'x' },
    ]),
    zipOf([
      { name: 'a', text: 'x' },
      { name: 'a', text: 'b', mode: LINK },
    ]),
  ],
  [
    'tar',
    tarOf([
      { name: 'a', text: '', type: '2', target: 'b' },
      { name: 'a', text: 'x' },
    ]),
    tarOf([
      { name: 'a', text: 'x' },
      { name: 'a', text: '', type: '2', target: 'b' },
    ]),
  ],
])('of a %s archive with a file and a link of one name nothing is taken', (format, ...archives) => {
  for (const archive of archives) expect(() => read(archive, format)).toThrow('two files of one name');
});

test('of a zip archive with a name that ends in the middle nothing is taken', () => {
  expect(() => read(zipOf([{ name: 'a.tf\0.txt', text: 'x' }]), 'zip')).toThrow('leads out of it');
});

test('files that are too large or not named in UTF-8 are listed', () => {
  const archive = zipOf([
    { name: 'large.tf', text: 'x'.repeat(9 * 1024 * 1024) },
    { name: Buffer.from([0x61, 0xff]), text: 'y' },
    { name: 'main.tf', text: 'z' },
  ]);
  const { files, skipped } = read(archive, 'zip');
  expect(texts(files)).toEqual({ 'main.tf': 'z' });
  expect(skipped).toEqual([
    { path: 'large.tf', reason: 'too large' },
    { path: 'a\\xff', reason: 'name is not UTF-8' },
  ]);
});

describe('an archive that grows without end', () => {
  test('is stopped in gzip', () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(() => read(bomb, 'tar.gz')).toThrow('too large once it is unpacked');
  });

  test('is stopped in tar, where a file stands under many names', () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `l${index}`, text: '', type: '1', target: 'a' }));
    const large = { name: 'a', text: 'x'.repeat(8 * 1024 * 1024) };
    expect(read(tarOf([large, ...links(31)]), 'tar').files.size).toBe(32);
    expect(() => read(tarOf([large, ...links(32)]), 'tar')).toThrow('too large once it is unpacked');
  });

  test('is stopped in zip, whatever size it says', () => {
    const honest = zipOf([{ name: 'a', text: 'x'.repeat(1000) }]);
    expect(() => read(zipOf([{ name: 'a', text: 'x', size: 2 ** 31 }]), 'zip')).toThrow('too large');
    expect(() => read(zipOf([{ name: 'a', text: 'x'.repeat(1000), size: 10 }]), 'zip')).toThrow('broken');
    expect(read(honest, 'zip').files.size).toBe(1);
  });
});

test('a changed byte in a zip archive is told', () => {
  const archive = zipOf([{ name: 'a', text: 'hello' }]);
  const at = archive.indexOf('hello');
  archive[at] = 0x4a;
  expect(() => read(archive, 'zip')).toThrow('cut off or broken');
});

test('hard links of a tar archive are the files that they lead to; devices are left out', () => {
  const archive = tarOf([
    { name: 'a.tf', text: 'x' },
    { name: 'b.tf', text: '', type: '1', target: 'a.tf' },
    { name: 'null', text: '', type: '3' },
  ]);
  expect(texts(read(archive, 'tar').files)).toEqual({ 'a.tf': 'x', 'b.tf': 'x' });
});

test('a hard link to what is not there is told', () => {
  const archive = tarOf([{ name: 'b.tf', text: '', type: '1', target: 'a.tf' }]);
  expect(() => read(archive, 'tar')).toThrow('cut off or broken');
});

test("the times in a header of GNU's tar are no part of a name", () => {
  const archive = tarOf([{ name: 'a.tf', text: 'x' }]);
  archive.write('ustar  \0', 257, 'latin1');
  archive.write('14000000000', 345, 'latin1');
  archive.write(' '.repeat(8), 148);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  expect(texts(read(archive, 'tar').files)).toEqual({ 'a.tf': 'x' });
});
