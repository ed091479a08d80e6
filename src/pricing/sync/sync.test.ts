import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { PricesSync } from '../../model/prices-sync.ts';
import { openBookFiles } from '../book.ts';
import { folderReader, openBookFolder } from '../folder.ts';
import type { ShardFile } from '../format.ts';
import { ManifestBuilder, shardText } from '../manifest.ts';
import { BookWriter } from './book/write.ts';
import { type ListedRate, ListProblem, type PriceList, type PriceListSource } from './port.ts';
import { listRules } from './rules/price-lists.ts';
import { syncPrices, type SyncOptions } from './sync.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-sync-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A shipped book of one service: thirty nodes in two regions, and a key that no rule looks for. */
const nodes = Array.from({ length: 30 }, (_, index) => `node|n${String(index).padStart(2, '0')}`);
const shard: ShardFile = {
  version: 1,
  provider: 'aws',
  service: 'cache',
  currency: 'USD',
  regions: ['r1', 'r2'],
  lists: [{ asOf: '2025-06-01', source: 'facts' }],
  keys: [...nodes, 'serverless'],
  units: [...nodes.map(() => 'hour'), 'GB-hour'],
  prices: [...nodes.map(() => '1,2'), '9,9'],
  listOf: [...nodes.map(() => '0'), '0'],
  skus: [...nodes.map(() => ''), ''],
};

const rules = listRules([
  {
    provider: 'aws',
    service: 'cache',
    offers: ['Cache'],
    rows: [{ where: { a: 'b' }, key: 'node|{type}', unit: 'hour' }],
  },
]);

interface Served {
  readonly version?: string;
  /** Prices by key; of several, each is a SKU of its own. */
  readonly prices: Readonly<Record<string, string | readonly string[]>>;
  readonly unit?: string;
  /** Of all prices. */
  readonly sku?: string;
}

/** A source that gives these prices of Cache in r1, and counts how often it is read. */
function source(served: Served | Error): PriceListSource & { reads: number } {
  const list: PriceList = {
    provider: 'aws',
    offer: 'Cache',
    region: 'r1',
    version: served instanceof Error ? '1' : (served.version ?? '1'),
  };
  return {
    provider: 'aws',
    reads: 0,
    lists: () => Promise.resolve({ lists: [list], skipped: [] }),
    read(_list, _wanted, sink) {
      this.reads++;
      if (served instanceof Error) return Promise.reject(served);
      for (const [key, prices] of Object.entries(served.prices)) {
        [prices].flat().forEach((price, index) => {
          sink.row();
          const rate: ListedRate = {
            service: 'cache',
            region: 'r1',
            key,
            unit: served.unit ?? 'hour',
            from: '0',
            price,
            currency: 'USD',
            sku: served.sku ?? `${key}-${index}`,
          };
          sink.rate(rate);
        });
      }
      return Promise.resolve();
    },
  };
}

/** A book of these shards, in a folder of that name. */
function bookOf(name: string, ...shards: readonly ShardFile[]): SyncOptions['shipped'] {
  const builder = new ManifestBuilder('by-content');
  const writer = new BookWriter(join(folder, name));
  for (const one of shards) writer.shard(builder.add(one, shardText(one)), shardText(one));
  writer.finish(builder.build([]), undefined);
  return openBookFiles(folderReader(join(folder, name)));
}

const shipped = (): SyncOptions['shipped'] => bookOf('shipped', shard);

const out = (): string => join(folder, 'out');
const written = (): SyncOptions['since'] =>
  existsSync(join(out(), 'manifest.json')) ? openBookFiles(folderReader(out())) : undefined;

function sync(from: PriceListSource, options: Partial<SyncOptions> = {}): Promise<PricesSync> {
  const today = options.today ?? '2026-11-01';
  return syncPrices({
    providers: [{ source: from, rules, wanted: { regions: ['r1'], services: ['cache'], today } }],
    folder: out(),
    shipped: shipped(),
    since: written(),
    today,
    acceptVanished: false,
    isDryRun: false,
    progress: { list: () => undefined, rows: () => undefined },
    ...options,
  });
}

const price = (key: string, region = 'r1'): string | undefined => {
  const found = openBookFolder(out()).find({ provider: 'aws', service: 'cache', region, key });
  return (
    found && `${found.tiers.map((tier) => tier.price.toFixed()).join(' ')} ${found.asOf} ${found.source}`
  );
};

const all = Object.fromEntries(nodes.map((key) => [key, '1']));

describe('a sync', () => {
  test('takes changed, new and vanished prices of the region, and leaves the other as it is', async () => {
    const rest = Object.fromEntries(nodes.slice(0, 29).map((key) => [key, '1']));
    const result = await sync(source({ prices: { ...rest, 'node|n00': '1.5', 'node|new': '7' } }));
    expect(result.regions).toEqual([
      {
        provider: 'aws',
        service: 'cache',
        region: 'r1',
        kept: null,
        unchanged: 28,
        changed: 1,
        added: 1,
        vanished: 1,
        conflicts: 0,
        beyondRules: 1,
      },
    ]);
    expect(result.changes).toMatchObject([{ key: 'node|n00', before: '1', after: '1.5', percent: '50.0' }]);
    expect(price('node|n00')).toBe('1.5 2026-11-01 aws-price-list Cache 1');
    expect(price('node|new')).toBe('7 2026-11-01 aws-price-list Cache 1');
    expect(price('node|n29')).toBeUndefined();
    expect(price('node|n29', 'r2')).toBe('2 2025-06-01 facts');
    expect(price('serverless')).toBe('9 2025-06-01 facts');
    expect(openBookFolder(out()).id).toBe(result.after);
    expect(result.before).toBe(shipped().manifest.id);
  });

  test('keeps the prices of a region when more than 5 percent would vanish, until that is accepted', async () => {
    const some = Object.fromEntries(nodes.slice(2).map((key) => [key, '3']));
    const result = await sync(source({ prices: some }));
    expect(result.regions[0]?.kept).toBe('2 of 30 prices would vanish, such as node|n00, node|n01');
    expect(price('node|n05')).toBe('1 2025-06-01 facts');
    const from = source({ prices: some });
    const accepted = await sync(from, { acceptVanished: true });
    expect([accepted.regions[0]?.kept, accepted.regions[0]?.vanished, from.reads]).toEqual([null, 2, 0]);
    expect([price('node|n00'), price('node|n05')]).toEqual([
      undefined,
      '3 2026-11-01 aws-price-list Cache 1',
    ]);
  });

  test('takes no price of a key that has several, and names them', async () => {
    const result = await sync(source({ prices: { ...all, 'node|n07': ['1', '4'], 'node|n08': ['5', '5'] } }));
    expect(result.lists[0]?.conflicts).toEqual([
      { service: 'cache', region: 'r1', key: 'node|n07', prices: ['1 (node|n07-0)', '4 (node|n07-1)'] },
    ]);
    expect(result.regions[0]).toMatchObject({ conflicts: 1, vanished: 0, changed: 1 });
    expect(price('node|n07')).toBe('1 2025-06-01 facts');
    expect(price('node|n08')).toBe('5 2026-11-01 aws-price-list Cache 1');
  });

  test('takes no price in another unit than the book has for the key', async () => {
    const result = await sync(source({ prices: { 'node|n00': '1' }, unit: 'month' }), {
      acceptVanished: true,
    });
    expect(result.skipped).toEqual(['aws/cache in r1: node|n00 has another unit in the list.']);
    expect(price('node|n00')).toBe('1 2025-06-01 facts');
  });

  test('takes no price whose SKU has another key in the book', async () => {
    const known = { ...shard, skus: nodes.map((key) => (key === 'node|n00' ? 'SKU0,' : '')).concat('') };
    const options = { shipped: bookOf('known', known), acceptVanished: true };
    const result = await sync(source({ prices: { 'node|new': '7' }, sku: 'SKU0' }), options);
    expect(result.skipped).toEqual([
      'aws/cache in r1: SKU SKU0 is node|n00 in the book, and node|new by the rules.',
    ]);
    expect(result.regions[0]).toMatchObject({ added: 0, conflicts: 2, vanished: 29 });
    expect([price('node|n00'), price('node|new')]).toEqual(['1 2025-06-01 facts', undefined]);
    await sync(source({ prices: { 'node|n00': '7', 'node|copy': '7' }, sku: 'SKU0', version: '2' }), options);
    expect(price('node|copy')).toBe('7 2026-11-01 aws-price-list Cache 2');
  });

  test('leaves a book alone that is newer than the day of the sync', async () => {
    const result = await sync(source({ prices: { 'node|n00': '8' } }), { today: '2025-01-01' });
    expect(result.regions[0]?.kept).toBe('the book is of 2025-06-01, and newer');
  });

  test('fetches what has not changed once, and dates it anew', async () => {
    await sync(source({ prices: all }));
    const again = source({ prices: all });
    const result = await sync(again, { today: '2027-01-01' });
    expect([again.reads, result.lists[0]?.state]).toEqual([0, 'known']);
    expect(price('node|n00')).toBe('1 2027-01-01 aws-price-list Cache 1');
    const changed = source({ prices: { ...all, 'node|n00': '2' }, version: '2' });
    expect((await sync(changed)).lists[0]?.state).toBe('read');
    expect(changed.reads).toBe(1);
  });

  test('writes the same bytes for the same lists', async () => {
    const first = await sync(source({ prices: all }));
    const second = await sync(source({ prices: all }), { since: undefined });
    expect(second.after).toBe(first.after);
  });

  test('leaves other providers as they are, byte for byte', async () => {
    const other = { ...shard, provider: 'azure' };
    const result = await sync(source({ prices: all }), { shipped: bookOf('two', shard, other) });
    const { manifest } = openBookFiles(folderReader(out()));
    expect([manifest.id, manifest.asOf['azure']]).toEqual([result.after, '2025-06-01']);
    expect(manifest.shards[1]?.sha256).toBe(bookOf('one', other).manifest.shards[0]?.sha256);
    const found = openBookFolder(out()).find({
      provider: 'azure',
      service: 'cache',
      region: 'r2',
      key: 'node|n00',
    });
    expect(found?.tiers[0]?.price.toFixed()).toBe('2');
  });

  test('keeps a list for the real one when it is dry, and writes no book', async () => {
    const result = await sync(source({ prices: all }), { isDryRun: true });
    expect([existsSync(join(out(), 'manifest.json')), result.regions[0]?.unchanged]).toEqual([false, 30]);
    const real = source({ prices: all });
    expect([(await sync(real)).after, real.reads]).toEqual([result.after, 0]);
  });
});

describe('a list that fails', () => {
  test('is told, tried again only if that may help, and changes nothing', async () => {
    const broken = source(new ListProblem('It broke off.', { isPassing: true }));
    const result = await sync(broken);
    expect([broken.reads, result.lists[0]?.state, result.lists[0]?.problem]).toEqual([
      3,
      'failed',
      'It broke off.',
    ]);
    expect(price('node|n00')).toBe('1 2025-06-01 facts');
    const changed = source(new ListProblem('No column for sku.'));
    await sync(changed);
    expect(changed.reads).toBe(1);
  });

  test('with a fault of the program is a fault, and the folder is free again', async () => {
    await expect(sync(source(new TypeError('x')))).rejects.toThrow(TypeError);
    expect((await sync(source({ prices: all }))).lists[0]?.state).toBe('read');
  });

  test('of a provider that answers nothing leaves its prices', async () => {
    const silent = source({ prices: all });
    silent.lists = () => Promise.reject(new ListProblem('The host fell silent.'));
    const result = await sync(silent);
    expect(result.skipped).toEqual(['aws: The host fell silent. Its prices stay as they were.']);
    expect(result.after).toBe(result.before);
  });
});

describe('the folder of a book', () => {
  test('is written by one sync at a time', async () => {
    mkdirSync(join(out(), '.sync'), { recursive: true });
    writeFileSync(join(out(), '.sync', 'lock'), String(process.pid));
    await expect(sync(source({ prices: all }))).rejects.toThrow('Another sync is writing this price book');
    // No process has such a number.
    writeFileSync(join(out(), '.sync', 'lock'), '999999999');
    await sync(source({ prices: all }));
    expect(existsSync(join(out(), '.sync', 'lock'))).toBe(false);
  });

  test('that cannot be made is told', async () => {
    writeFileSync(out(), '');
    await expect(sync(source({ prices: all }))).rejects.toThrow('cannot be written');
  });

  test('in which a file cannot be written keeps its book', async () => {
    mkdirSync(out());
    writeFileSync(join(out(), 'aws'), 'something else');
    await expect(sync(source({ prices: all }))).rejects.toThrow('cannot be written');
    expect(readdirSync(out()).sort()).toEqual(['.sync', 'aws']);
  });

  test('holds the shards of the book and of the one before, so that who reads it goes on', async () => {
    const shards = (): number => readdirSync(join(out(), 'aws')).length;
    await sync(source({ prices: all, version: '1' }));
    const reader = openBookFolder(out());
    await sync(source({ prices: { ...all, 'node|n00': '2' }, version: '2' }));
    expect(shards()).toBe(2);
    const found = reader.find({ provider: 'aws', service: 'cache', region: 'r1', key: 'node|n00' });
    expect(found?.tiers[0]?.price.toFixed()).toBe('1');
    await sync(source({ prices: { ...all, 'node|n00': '3' }, version: '3' }));
    expect(shards()).toBe(2);
  });

  test('takes over newer prices of the book that ships', async () => {
    await sync(source({ prices: { ...all, 'node|n00': '2' } }), { today: '2025-07-01' });
    const newer = { ...shard, lists: [{ asOf: '2026-01-01', source: 'facts' }] };
    const offline = source({ prices: all });
    offline.lists = () => Promise.reject(new ListProblem('Not today.'));
    await sync(offline, { shipped: bookOf('newer', newer) });
    expect(price('node|n00')).toBe('1 2026-01-01 facts');
  });
});
