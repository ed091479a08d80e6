import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bookFiles } from '../../test/support/price-book.ts';
import { UserError } from '../lib/errors.ts';
import { openBook } from './book.ts';
import type { Manifest, ShardEntry, ShardFile } from './format.ts';
import { bookId } from './manifest.ts';

type Loose<T> = { -readonly [K in keyof T]?: unknown };

const KEY = 'instance|m5.large|linux';
const files = bookFiles([
  {
    service: 'ec2',
    regions: ['eu-west-1', 'us-east-1'],
    prices: { a: ['hour', '1', '2'], [KEY]: ['hour', '0.1 100:0.05', '0.09'] },
  },
]);

interface Damage {
  readonly shard?: (shard: Loose<ShardFile>) => void;
  readonly entry?: (entry: Loose<ShardEntry>) => void;
  readonly manifest?: (manifest: Loose<Manifest>) => void;
  /** In the place of the price in eu-west-1. */
  readonly cell?: string;
}

/** The book changed by somebody who knows its format: all hashes and the id fit what is in it. */
function damaged({ shard, entry, manifest, cell }: Damage): Parameters<typeof openBook>[0] {
  const index = JSON.parse(String(files.get('manifest.json'))) as Manifest;
  const [one] = index.shards;
  if (one === undefined) throw new Error('no shard');
  const content = JSON.parse(gunzipSync(files.get(one.file) ?? '').toString()) as Loose<ShardFile>;
  if (cell !== undefined) content.prices = ['1,2', `${cell},0.09`];
  shard?.(content);
  const text = JSON.stringify(content);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const changed = { ...one, sha256, bytes: Buffer.byteLength(text) };
  entry?.(changed);
  const whole = { ...index, shards: [changed], id: bookId([changed]) };
  manifest?.(whole);
  return (file) => (file === 'manifest.json' ? Buffer.from(JSON.stringify(whole)) : gzipSync(text));
}

const priceOf = (damage: Damage) => () =>
  openBook(damaged(damage)).find({ provider: 'aws', service: 'ec2', region: 'eu-west-1', key: KEY });

function expectDamaged(damage: Damage, file: string): void {
  expect(priceOf(damage)).toThrow(UserError);
  expect(priceOf(damage)).toThrow(`The price book is damaged: ${file}: `);
}

it('is sound before it is damaged', () => {
  expect(priceOf({})()?.tiers.map(({ from, price }) => `${from.toFixed()}:${price.toFixed()}`)).toEqual([
    '0:0.1',
    '100:0.05',
  ]);
  expect(priceOf({ cell: '' })()).toBeUndefined();
});

describe('a cell that is no price', () => {
  it.each([
    ...['NaN', 'x', '-5', '+5', '1e-400', '1e-5000000', '9e999999', '0x10', '.5', '5.', ' 5', '5  ', '5\t'],
    ...['100:3', '-100:5', '0:', ':5', '5 :4', '0:5 0:4', '0:5 100:3 50:1', '5 100:3 100:3', '5 6'],
    ...['9'.repeat(2_000_000), `0.${'1'.repeat(100)}`, `5${' 1:1'.repeat(300_000)}`],
  ])('%.40j', (cell) => {
    expectDamaged({ cell }, 'aws/ec2.json.gz');
  });

  it('with a list that is not there', () => {
    expectDamaged({ shard: (shard) => (shard.listOf = ['0', '7']) }, 'aws/ec2.json.gz');
    expectDamaged({ shard: (shard) => (shard.listOf = ['0', '']) }, 'aws/ec2.json.gz');
  });
});

const wrongShards: Readonly<Record<string, Damage['shard']>> = {
  'of another version': (shard) => (shard.version = 99),
  'of another provider': (shard) => (shard.provider = 'google'),
  'of another service': (shard) => (shard.service = 'rds'),
  'of another option': (shard) => (shard.option = 'spot'),
  'in another currency': (shard) => (shard.currency = 'JPY'),
  'with keys out of order': (shard) => (shard.keys = [KEY, 'a']),
  'with a key twice': (shard) => (shard.keys = [KEY, KEY]),
  'with a key that is no text': (shard) => (shard.keys = ['a', 5]),
  'with keys that are no list': (shard) => (shard.keys = { length: 2 }),
  'with a key too many': (shard) => (shard.keys = ['a', KEY, 'z']),
  'with a region twice': (shard) => (shard.regions = ['eu-west-1', 'eu-west-1']),
  'with a unit that is no text': (shard) => (shard.units = ['hour', {}]),
  'with too few units': (shard) => (shard.units = ['hour']),
  'with a price that is no text': (shard) => (shard.prices = ['1,2', 5]),
  'with a list of no date': (shard) => (shard.lists = [{ asOf: '\u001b[2J', source: 'x' }]),
  'with a list of another quality': (shard) =>
    (shard.lists = [{ asOf: '2026-01-01', source: 'x', quality: 'x' }]),
};

describe('a shard', () => {
  it.each(Object.entries(wrongShards))('%s', (_, shard) => {
    expectDamaged({ shard }, 'aws/ec2.json.gz');
  });

  const fields = ['keys', 'regions', 'lists', 'units', 'prices', 'listOf', 'skus', 'currency'] as const;
  it.each(fields)('without %s, or with null', (field) => {
    expectDamaged({ shard: (shard) => (shard[field] = undefined) }, 'aws/ec2.json.gz');
    expectDamaged({ shard: (shard) => (shard[field] = null) }, 'aws/ec2.json.gz');
  });
});

const wrongManifests: Readonly<Record<string, Pick<Damage, 'entry' | 'manifest'>>> = {
  'with an id that is not of its shards': { manifest: (one) => (one.id = 'a'.repeat(64)) },
  'with an id that is no hash': { manifest: (one) => (one.id = '\u001b[31mXX') },
  'with an id that is no text': { manifest: (one) => (one.id = 5) },
  'of another version': { manifest: (one) => (one.version = 2) },
  'with a shard twice': {
    manifest: (one) => {
      const [shard] = one.shards as ShardEntry[];
      if (shard !== undefined) Object.assign(one, { shards: [shard, shard], id: bookId([shard, shard]) });
    },
  },
  'with dates that are none': { manifest: (one) => (one.asOf = { aws: '\u001b[31m2026' }) },
  'with sources that are no list': { manifest: (one) => (one.sources = null) },
  'with a shard elsewhere': { entry: (one) => (one.file = '../../../etc/passwd') },
  'without a length of a shard': { entry: (one) => (one.bytes = undefined) },
  'with a length below 0': { entry: (one) => (one.bytes = -1) },
  'with a length beyond all': { entry: (one) => (one.bytes = 1e12) },
};

describe('a manifest', () => {
  it.each(Object.entries(wrongManifests))('%s', (_, damage) => {
    expectDamaged(damage, 'manifest.json');
  });

  const fields = ['id', 'asOf', 'shards', 'sources', 'currency', 'prices'] as const;
  it.each(fields)('without %s', (field) => {
    expectDamaged({ manifest: (manifest) => (manifest[field] = undefined) }, 'manifest.json');
  });

  it.each(['null', '[]', '{', '5'])('that is %s', (text) => {
    expect(() => openBook(() => Buffer.from(text))).toThrow('is damaged: manifest.json: ');
  });

  it('with fewer keys or regions than the shard has', () => {
    expectDamaged({ entry: (one) => (one.keys = 1) }, 'aws/ec2.json.gz');
    expectDamaged({ entry: (one) => (one.regions = 1) }, 'aws/ec2.json.gz');
  });
});
