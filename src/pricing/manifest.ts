import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { byCodePoint } from '../lib/order.ts';
import type { Manifest, PriceSource, ShardEntry, ShardFile } from './format.ts';

type Naming = 'plain' | 'by-content';

/**
 * The manifest of a book: what each shard holds, its hash, and the id of the whole, which is the same however files are named.
 * `sources` is where prices come from.
 */
export function buildManifest(
  shards: readonly ShardFile[],
  sources: readonly PriceSource[],
  naming: Naming = 'plain',
): Manifest {
  const builder = new ManifestBuilder(naming);
  for (const shard of shards) builder.add(shard, shardText(shard));
  return builder.build(sources);
}

/** The same shard by shard, of which none is held. Files that are named by their content can lie beside those of another book. */
export class ManifestBuilder {
  readonly #naming: Naming;
  readonly #entries: ShardEntry[] = [];
  /** How many prices on demand of each date a provider has. */
  readonly #dates = new Map<string, Map<string, number>>();

  constructor(naming: Naming) {
    this.#naming = naming;
  }

  /** Shards come sorted by provider and service, each with its text. */
  add(shard: ShardFile, text: string): ShardEntry {
    const dates = datesOf(shard);
    const entry = entryOf(shard, text, dates, this.#naming);
    const all = this.#dates.get(shard.provider) ?? new Map<string, number>();
    this.#dates.set(shard.provider, all);
    const counted = shard.option === undefined ? dates : new Map<string, number>();
    for (const [date, count] of counted) all.set(date, (all.get(date) ?? 0) + count);
    this.#entries.push(entry);
    return entry;
  }

  /** A shard as another book has it, of a provider that has no other shards than those of that book. */
  keep(entry: ShardEntry, { asOf }: Manifest): ShardEntry {
    const { provider, service, sha256 } = entry;
    const kept = {
      ...entry,
      file: shardFile(provider, service, this.#naming === 'plain' ? undefined : sha256),
    };
    this.#entries.push(kept);
    this.#dates.set(provider, new Map([[asOf[provider] ?? '', 1]]));
    return kept;
  }

  /** Where the prices of all shards so far come from. */
  get sources(): string[] {
    return this.#entries.flatMap(({ sources }) => sources);
  }

  build(sources: readonly PriceSource[]): Manifest {
    const entries = this.#entries;
    const dates = [...this.#dates].sort(([a], [b]) => byCodePoint(a, b));
    return {
      version: 1,
      id: bookId(entries),
      currency: 'USD',
      asOf: Object.fromEntries(dates.map(([provider, counts]) => [provider, medianDate(counts)])),
      prices: entries.reduce((total, entry) => total + entry.prices, 0),
      shards: entries,
      sources,
    };
  }
}

/** The id of a book: SHA-256 over the names and hashes of its shards, the same however files are named. */
export function bookId(entries: readonly ShardEntry[]): string {
  return sha256(
    entries.map(({ provider, service, sha256 }) => `${shardFile(provider, service)} ${sha256}\n`).join(''),
  );
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

function entryOf(
  shard: ShardFile,
  text: string,
  counts: ReadonlyMap<string, number>,
  naming: Naming,
): ShardEntry {
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
    prices: [...counts.values()].reduce((total, count) => total + count, 0),
    oldest: dates[0] ?? '',
    newest: dates.at(-1) ?? '',
    sources: [...new Set(shard.lists.map((list) => list.source))],
  };
}

/** The date that half of the prices have, or a later one. */
function medianDate(counts: ReadonlyMap<string, number>): string {
  let left = [...counts.values()].reduce((total, count) => total + count, 0) >> 1;
  const sorted = [...counts].sort(([a], [b]) => byCodePoint(a, b));
  return sorted.find(([, count]) => (left -= count) < 0)?.[0] ?? '';
}

/** How many filled cells have a list of each date. */
function datesOf(shard: ShardFile): Map<string, number> {
  const counts = new Map<string, number>();
  shard.prices.forEach((row, key) => {
    const lists = (shard.listOf[key] ?? '').split(',');
    row.split(',').forEach((cell, column) => {
      if (cell === '') return;
      const date = shard.lists[Number(lists.length === 1 ? lists[0] : lists[column])]?.asOf ?? '';
      counts.set(date, (counts.get(date) ?? 0) + 1);
    });
  });
  return counts;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
