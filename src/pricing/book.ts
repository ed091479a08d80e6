import { readAsset } from '../lib/assets.ts';
import { UserError } from '../lib/errors.ts';
import type { Price } from '../model/cost.ts';
import { MANIFEST, type Manifest, type ShardEntry, type ShardFile } from './format.ts';
import { readManifest } from './read-manifest.ts';
import { readShard } from './read-shard.ts';
import { Shard } from './shard.ts';

/** The way out of a damaged book. */
const ANEW = 'Install this version again, or sync the book again: "tollgate prices sync".';

/** Asks for one price by its whole key, such as `nat-gateway.hour`. */
interface PriceQuery {
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  readonly key: string;
}

/** Asks for all prices whose key has these parts; null stands for any text between two `|`. */
interface PricePattern {
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  readonly parts: readonly (string | null)[];
}

/** All list prices that ship with the product. Reads a service's file when it is first asked for. */
export interface PriceBook {
  /** Content hash: two runs with one id used the same prices. */
  readonly id: string;
  /** ISO date by provider: half of its prices are of this date or newer. */
  readonly asOf: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
  /** The one price of a key; undefined when the book does not hold it. There is no fallback region. */
  find(query: PriceQuery): Price | undefined;
  /** All prices that a pattern matches, sorted by key: none, one, or several. */
  query(pattern: PricePattern): Price[];
  /** The keys of all regions that have these parts, sorted. */
  keys(pattern: Omit<PricePattern, 'region'>): readonly string[];
  /** All regions and keys of a service, keys sorted; undefined when the book does not hold it. */
  contents(provider: string, service: string): ShardContents | undefined;
}

/** What a service of the book can be asked for. */
export interface ShardContents {
  readonly regions: readonly string[];
  readonly keys: readonly string[];
  /** Unit by key. */
  readonly units: readonly string[];
}

/**
 * Opens the book. `read` gives the bytes of a file of the book's folder: by default of the one that ships.
 * Throws a UserError when a file is missing, is not what the manifest says, or holds something that is no price.
 */
export function openBook(read: (file: string) => Buffer = readShipped): PriceBook {
  const files = openBookFiles(read);
  const { manifest } = files;
  const entries = new Map(manifest.shards.map((entry) => [`${entry.provider}/${entry.service}`, entry]));
  const shards = new Map<ShardEntry, Shard>();

  /** What a shard answers; undefined when there is none. */
  function ask<T>(provider: string, service: string, question: (shard: Shard) => T): T | undefined {
    const entry = entries.get(`${provider}/${service}`);
    if (entry === undefined) return undefined;
    const shard = shards.get(entry) ?? new Shard(files.shard(entry));
    shards.set(entry, shard);
    return sound(entry.file, () => question(shard));
  }

  return {
    id: manifest.id,
    asOf: manifest.asOf,
    manifest,
    find: ({ provider, service, region, key }) => ask(provider, service, (shard) => shard.price(region, key)),
    query: ({ provider, service, region, parts }) =>
      ask(provider, service, (shard) =>
        shard.keysLike(parts).flatMap((key) => shard.price(region, key) ?? []),
      ) ?? [],
    keys: ({ provider, service, parts }) => ask(provider, service, (shard) => shard.keysLike(parts)) ?? [],
    contents: (provider, service) => ask(provider, service, (shard) => shard.contents),
  };
}

function readShipped(file: string): Buffer {
  return readAsset(`prices/${file}`);
}

/** The files of a book as they are, for who makes another book of them. Throws a UserError as `openBook` does. */
export interface BookFiles {
  readonly manifest: Manifest;
  /** The bytes of a shard's file, unread. */
  packed(entry: ShardEntry): Buffer;
  shard(entry: ShardEntry): ShardFile;
}

/** Reads a book file by file. `hint` is the way out where a file is damaged. */
export function openBookFiles(read: (file: string) => Buffer = readShipped, hint = ANEW): BookFiles {
  const manifest = sound(MANIFEST, () => readManifest(read(MANIFEST).toString('utf8')), hint);
  return {
    manifest,
    packed: ({ file }) => read(file),
    shard: (entry) => sound(entry.file, () => readShard(read(entry.file), entry, manifest.currency), hint),
  };
}

/** What a file of the book gives. Throws a UserError when that cannot be read. */
function sound<T>(file: string, read: () => T, hint = ANEW): T {
  try {
    return read();
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : 'cannot be read';
    throw new UserError(`The price book is damaged: ${file}: ${what}.`, {
      hint,
      cause,
    });
  }
}
