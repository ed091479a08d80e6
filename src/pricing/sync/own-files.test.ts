import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShardFile } from '../format.ts';
import { ManifestBuilder, shardText } from '../manifest.ts';
import { BookWriter } from './book/write.ts';
import { KeptLists } from './lists/kept-lists.ts';
import { ownFolder } from './own-folder.ts';
import { writeAside } from './write-aside.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-own-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const book = (): string => join(folder, 'book');
const victim = (): string => join(folder, 'victim');

/** Writes a book of one shard with this price. */
function write(price: string): void {
  const shard: ShardFile = {
    version: 1,
    provider: 'aws',
    service: 'cache',
    currency: 'USD',
    regions: ['r1'],
    lists: [{ asOf: '2025-06-01', source: 'facts' }],
    keys: ['node'],
    units: ['hour'],
    prices: [price],
    listOf: ['0'],
    skus: [''],
  };
  const builder = new ManifestBuilder('by-content');
  const writer = new BookWriter(book());
  writer.shard(builder.add(shard, shardText(shard)), shardText(shard));
  writer.finish(builder.build([]), undefined);
}

const list = { provider: 'aws', offer: 'Cache', region: 'r1', version: '1' };
const read = { ...list, rules: 'x', asOf: '2025-06-01', regions: ['r1'] };
const nothing = { rows: 0, prices: [], conflicts: [], leftOut: [] };

describe('a folder that holds something else', () => {
  test('loses shards of former books and nothing besides', () => {
    write('1');
    const [former = ''] = readdirSync(join(book(), 'aws'));
    const others = ['my-backup.json.gz', 'cache.0123456789ab.json.gz', 'notes.txt'];
    for (const name of others) writeFileSync(join(book(), 'aws', name), 'precious');
    write('2');
    const left = readdirSync(join(book(), 'aws'));
    expect(left).toEqual(expect.arrayContaining(others));
    expect([left.length, left.includes(former)]).toEqual([4, false]);
  });
});

describe('a link in the folder', () => {
  beforeEach(() => {
    mkdirSync(book());
    mkdirSync(victim());
    writeFileSync(join(victim(), 'data.json.gz'), 'precious');
  });

  test('in the place of a provider is not written through', () => {
    symlinkSync(victim(), join(book(), 'aws'));
    expect(() => {
      write('1');
    }).toThrow('aws in the folder of the price book is a link');
    expect(readdirSync(victim())).toEqual(['data.json.gz']);
    expect(existsSync(join(book(), 'manifest.json'))).toBe(false);
  });

  test('in the place of kept lists is not, either', () => {
    symlinkSync(victim(), join(book(), '.sync'));
    expect(() => ownFolder(book(), '.sync/lists')).toThrow('.sync in the folder');
    symlinkSync(victim(), join(book(), 'aws'));
    expect(() => new KeptLists(book()).put(read, nothing)).toThrow('is a link');
    expect(readdirSync(victim())).toEqual(['data.json.gz']);
  });

  test('in the place of a file that is being written is replaced', () => {
    const data = join(victim(), 'data.json.gz');
    symlinkSync(data, join(book(), `manifest.json.${process.pid}`));
    symlinkSync(data, join(book(), 'manifest.json'));
    writeAside(join(book(), 'manifest.json'), 'new');
    expect(readFileSync(join(book(), 'manifest.json'), 'utf8')).toBe('new');
    expect(readFileSync(data, 'utf8')).toBe('precious');
  });
});

test('no name leads out of the folder', () => {
  expect(() => ownFolder(book(), '../victim')).toThrow('leads out of its folder');
  expect(existsSync(victim())).toBe(false);
});
