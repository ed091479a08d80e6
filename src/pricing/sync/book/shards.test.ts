import { expect, test } from 'vitest';
import type { PriceOption } from '../../../model/cost.ts';
import type { BookFiles } from '../../book.ts';
import type { ShardFile } from '../../format.ts';
import { ManifestBuilder, shardText } from '../../manifest.ts';
import { Shard } from '../../shard.ts';
import { listRules } from '../rules/price-lists.ts';
import { type Done, type Fetched, formerShard, syncedShard } from './shards.ts';

const terms = { today: '2026-11-01', acceptVanished: false };

/** A shard of r1 with one key. */
const shard = (service: string, asOf: string, more: Partial<ShardFile> = {}): ShardFile => ({
  version: 1,
  provider: 'aws',
  service,
  currency: 'USD',
  regions: ['r1'],
  lists: [{ asOf, source: 'facts' }],
  keys: ['k'],
  units: ['hour'],
  prices: ['1'],
  listOf: ['0'],
  skus: [''],
  ...more,
});

function bookOf(...shards: readonly ShardFile[]): BookFiles {
  const builder = new ManifestBuilder('by-content');
  for (const one of shards) builder.add(one, shardText(one));
  const missing = (): never => {
    throw new Error('the book has no such shard');
  };
  return {
    manifest: builder.build([]),
    packed: missing,
    shard: ({ service }) => shards.find((one) => one.service === service) ?? missing(),
  };
}

const nothing = (): Done => ({ regions: [], changes: [], skipped: [] });

/** One list of r1 with a price of `k`. */
function fetched(service: string, option?: PriceOption): Fetched {
  const bought = option === undefined ? {} : { option };
  const rule = { where: {}, key: 'k', unit: 'hour', ...bought };
  const rules = listRules([{ provider: 'aws', service, offers: ['O'], rows: [rule] }]);
  const list = { provider: 'aws', offer: 'O', region: 'r1', version: '1' };
  const read = {
    ...list,
    state: 'read',
    rows: 1,
    prices: 1,
    leftOut: [],
    conflicts: [],
    problem: null,
  } as const;
  const cells = [{ key: 'k', unit: 'hour', tiers: '5', sku: '' }];
  return [
    {
      source: {
        provider: 'aws',
        lists: () => Promise.reject(new Error()),
        read: () => Promise.reject(new Error()),
      },
      rules,
      wanted: { regions: ['r1'], services: [service], today: terms.today },
    },
    {
      lists: [read],
      skipped: [],
      open: () => ({
        list: read,
        asOf: terms.today,
        source: 'aws-price-list O 1',
        prices: [{ service, ...bought, region: 'r1', cells }],
      }),
    },
  ];
}

test.each<PriceOption | undefined>([undefined, 'spot', 'committed_use'])(
  'a service that no book holds yet is synced, bought as %s',
  (option) => {
    const books = [bookOf(shard('old', '2025-01-01')), undefined] as const;
    const former = { provider: 'aws', service: 'new', books };
    const done = nothing();
    const found = syncedShard(former, fetched('new', option), terms, done);
    expect(done.regions).toMatchObject([{ service: 'new', added: 1, vanished: 0 }]);
    const price = new Shard(found).price('r1', 'k');
    expect([price?.asOf, price?.option]).toEqual([terms.today, option]);
  },
);

test('a shard is that of the book that has it, and of both the newer', () => {
  const [older, newer] = [shard('s', '2025-01-01'), shard('s', '2026-01-01', { prices: ['2'] })];
  const of = (shipped: BookFiles, since?: BookFiles): string | undefined =>
    formerShard({ provider: 'aws', service: 's', books: [shipped, since] }, nothing())?.prices.join();
  expect(of(bookOf(), undefined)).toBeUndefined();
  expect([of(bookOf(older)), of(bookOf(), bookOf(newer)), of(bookOf(older), bookOf())]).toEqual([
    '1',
    '2',
    '1',
  ]);
  expect([of(bookOf(older), bookOf(newer)), of(bookOf(newer), bookOf(older))]).toEqual(['2', '2']);
});

test('prices of the book that ships that do not go with the former ones are told', () => {
  const shipped = bookOf(shard('s', '2026-01-01'));
  const former = bookOf(shard('s', '2025-01-01', { regions: ['r2'], units: ['month'] }));
  const done = nothing();
  const found = formerShard({ provider: 'aws', service: 's', books: [shipped, former] }, done);
  expect([found?.regions, done.skipped]).toEqual([
    ['r2'],
    [
      'aws/s in r1: keys of the book that ships are left out whose unit is another in regions that the former sync is newer of: 1, such as k.',
    ],
  ]);
});
