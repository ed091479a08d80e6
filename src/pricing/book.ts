import { readAsset } from '../lib/assets.ts';
import { UserError } from '../lib/errors.ts';
import type { Price } from '../model/cost.ts';
import { MANIFEST, type Manifest, type ShardEntry, type ShardFile } from './format.ts';
import { shardFile } from './manifest.ts';
import { Shard, unpackShard } from './shard.ts';

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
  /** All regions and keys of a service, each sorted; undefined when the book does not hold it. */
  contents(provider: string, service: string): ShardContents | undefined;
}

/** What a service of the book can be asked for. */
export interface ShardContents {
  readonly regions: readonly string[];
  readonly keys: readonly string[];
}

/**
 * Opens the book. `read` gives the bytes of a file of the book's folder: by default of the one that ships.
 * Throws a UserError when a file is missing or its content does not have the hash of the manifest.
 */
export function openBook(read: (file: string) => Buffer = readShipped): PriceBook {
  const manifest = readManifest(read);
  const entries = new Map(manifest.shards.map((entry) => [`${entry.provider}/${entry.service}`, entry]));
  const shards = new Map<string, Shard>();
  const found = new Map<string, Price | undefined>();

  function shard(provider: string, service: string): Shard | undefined {
    const name = `${provider}/${service}`;
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    let opened = shards.get(name);
    if (opened === undefined) shards.set(name, (opened = openShard(entry, read)));
    return opened;
  }

  return {
    id: manifest.id,
    asOf: manifest.asOf,
    manifest,
    find({ provider, service, region, key }) {
      const id = `${provider}/${service}/${region}/${key}`;
      if (!found.has(id)) found.set(id, shard(provider, service)?.price(region, key));
      return found.get(id);
    },
    query({ provider, service, region, parts }) {
      const matrix = shard(provider, service);
      if (matrix === undefined) return [];
      return matrix.keysLike(parts).flatMap((key) => matrix.price(region, key) ?? []);
    },
    keys({ provider, service, parts }) {
      return shard(provider, service)?.keysLike(parts) ?? [];
    },
    contents: (provider, service) => shard(provider, service)?.contents,
  };
}

function readShipped(file: string): Buffer {
  return readAsset(`prices/${file}`);
}

function readManifest(read: (file: string) => Buffer): Manifest {
  try {
    return checkedManifest(JSON.parse(read(MANIFEST).toString('utf8')) as Manifest);
  } catch (cause) {
    throw broken(MANIFEST, 'cannot be read', cause);
  }
}

/** Throws on a manifest of another version, and on one that names files elsewhere than where its shards lie. */
function checkedManifest(manifest: Manifest): Manifest {
  const isSound = manifest.shards.every(
    ({ provider, service, file, sha256 }) =>
      /^[\w-]+$/.test(provider) &&
      /^[\w-]+$/.test(service) &&
      /^[0-9a-f]{64}$/.test(sha256) &&
      [shardFile(provider, service), shardFile(provider, service, sha256)].includes(file),
  );
  if ((manifest.version as number) !== 1 || !isSound) throw new Error('not a manifest of version 1');
  return manifest;
}

/** The files of a book as they are, for who makes another book of them. Throws a UserError as `openBook` does. */
export interface BookFiles {
  readonly manifest: Manifest;
  /** The bytes of a shard's file, unread. */
  packed(entry: ShardEntry): Buffer;
  shard(entry: ShardEntry): ShardFile;
}

/** Reads a book file by file. */
export function openBookFiles(read: (file: string) => Buffer = readShipped): BookFiles {
  return {
    manifest: readManifest(read),
    packed: ({ file }) => read(file),
    shard: (entry) => {
      try {
        return unpackShard(read(entry.file), entry);
      } catch (cause) {
        throw brokenShard(entry, cause);
      }
    },
  };
}

function openShard(entry: ShardEntry, read: (file: string) => Buffer): Shard {
  try {
    return Shard.open(read(entry.file), entry);
  } catch (cause) {
    throw brokenShard(entry, cause);
  }
}

function brokenShard({ file }: ShardEntry, cause: unknown): UserError {
  return broken(file, cause instanceof Error ? cause.message : 'cannot be read', cause);
}

function broken(file: string, what: string, cause: unknown): UserError {
  return new UserError(`The price book is damaged: ${file}: ${what}.`, {
    hint: 'Install this version again, or sync the book again: "tollgate prices sync".',
    cause,
  });
}
