import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { byCodePoint } from '../lib/order.ts';
import type { Manifest, PriceSource, ShardEntry, ShardFile } from './format.ts';

/**
 * The manifest of a book: what each shard holds, its hash, and the id of the whole, which is the same however files are named.
 * `sources` is where prices come from. Files that are named by their content can lie beside those of another book.
 */
export function buildManifest(
  shards: readonly ShardFile[],
  sources: readonly PriceSource[],
  naming: 'plain' | 'by-content' = 'plain',
): Manifest {
  const entries = shards.map((shard) => entryOf(shard, naming));
  const id = sha256(
    entries.map(({ provider, service, sha256 }) => `${shardFile(provider, service)} ${sha256}\n`).join(''),
  );
  const providers = [...new Set(entries.map((entry) => entry.provider))].sort(byCodePoint);
  return {
    version: 1,
    id,
    currency: 'USD',
    asOf: Object.fromEntries(
      providers.map((name) => [name, medianDate(shards.filter((shard) => shard.provider === name))]),
    ),
    prices: entries.reduce((total, entry) => total + entry.prices, 0),
    shards: entries,
    sources,
  };
}

/** The text of a shard as it is compressed and hashed. */
export function shardText(shard: ShardFile): string {
  return `${JSON.stringify(shard)}\n`;
}

/** The text of `manifest.json`. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Gzip without a time; the byte that names the operating system is set to "unknown" (RFC 1952, 2.3.1). */
export function compress(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
}

/** Where the prices of a service lie in the folder of a book; with a hash, under a name that changes with the content. */
export function shardFile(provider: string, service: string, hash?: string): string {
  return `${provider}/${service}${hash === undefined ? '' : `.${hash.slice(0, 12)}`}.json.gz`;
}

function entryOf(shard: ShardFile, naming: 'plain' | 'by-content'): ShardEntry {
  const text = shardText(shard);
  const hash = sha256(text);
  const dates = shard.lists.map((list) => list.asOf).sort(byCodePoint);
  return {
    provider: shard.provider,
    service: shard.service,
    file: shardFile(shard.provider, shard.service, naming === 'plain' ? undefined : hash),
    ...(shard.option === undefined ? {} : { option: shard.option }),
    bytes: Buffer.byteLength(text),
    sha256: hash,
    keys: shard.keys.length,
    regions: shard.regions.length,
    prices: datesOfCells(shard).length,
    oldest: dates[0] ?? '',
    newest: dates.at(-1) ?? '',
    sources: [...new Set(shard.lists.map((list) => list.source))],
  };
}

function medianDate(shards: readonly ShardFile[]): string {
  const dates = shards.flatMap(datesOfCells).sort(byCodePoint);
  return dates[dates.length >> 1] ?? '';
}

/** The list date of every filled cell. */
function datesOfCells(shard: ShardFile): string[] {
  return shard.prices.flatMap((row, key) => {
    const lists = (shard.listOf[key] ?? '').split(',');
    return row.split(',').flatMap((cell, column) => {
      if (cell === '') return [];
      const index = Number(lists.length === 1 ? lists[0] : lists[column]);
      return [shard.lists[index]?.asOf ?? ''];
    });
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
