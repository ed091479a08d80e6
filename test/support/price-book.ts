import { gzipSync } from 'node:zlib';
import type { ShardFile } from '../../src/pricing/format.ts';
import { type PriceBook, openBook } from '../../src/pricing/book.ts';
import { buildManifest, shardText } from '../../src/pricing/manifest.ts';

/** One price list: keys with their unit, and by region a cell as it stands in a shard. */
export interface TestShard {
  readonly provider?: string;
  readonly service: string;
  readonly asOf?: string;
  /** By key: the unit, then a cell for each region. */
  readonly prices: Readonly<Record<string, readonly [unit: string, ...cells: string[]]>>;
  readonly regions: readonly string[];
}

/** The files of a book with some shards, by name. */
export function bookFiles(shards: readonly TestShard[]): ReadonlyMap<string, Buffer> {
  const files = shards.map(shardFile);
  const manifest = buildManifest(files, []);
  return new Map([
    ['manifest.json', Buffer.from(JSON.stringify(manifest))],
    ...files.map((file, index): [string, Buffer] => [
      manifest.shards[index]?.file ?? '',
      gzipSync(shardText(file)),
    ]),
  ]);
}

/** A book in memory. */
export function testBook(shards: readonly TestShard[]): PriceBook {
  const files = bookFiles(shards);
  return openBook((file) => {
    const bytes = files.get(file);
    if (bytes === undefined) throw new Error(`${file} is not there`);
    return bytes;
  });
}

function shardFile({
  provider = 'aws',
  service,
  asOf = '2026-01-01',
  prices,
  regions,
}: TestShard): ShardFile {
  const keys = Object.keys(prices).sort();
  const cells = keys.map((key) => prices[key]?.slice(1) ?? []);
  return {
    version: 1,
    provider,
    service,
    currency: 'USD',
    regions,
    lists: [{ asOf, source: 'test' }],
    keys,
    units: keys.map((key) => prices[key]?.[0] ?? ''),
    prices: cells.map((row) => row.join(',')),
    listOf: keys.map(() => '0'),
    skus: keys.map(() => ''),
  };
}
