import { isJsonObject, type Json } from '../lib/json.ts';
import type { Manifest, PriceSource, ShardEntry } from './format.ts';
import { bookId, shardFile } from './manifest.ts';
import {
  isCount,
  isDay,
  isListOf,
  isName,
  isNote,
  isOption,
  isTexts,
  type Shape,
  wrongField,
} from './shape.ts';

/** Longest shard that is unpacked: the largest of the shipped book has four megabytes. */
const MOST_BYTES = 128 * 1024 * 1024;

const HASH = /^[0-9a-f]{64}$/;
/** What may stand in the name of a file. */
const WORD = /^[\w-]{1,100}$/;

const isHash = (value: Json | undefined): boolean => typeof value === 'string' && HASH.test(value);
const isWord = (value: Json | undefined): boolean => typeof value === 'string' && WORD.test(value);

const ENTRY: Shape<ShardEntry> = {
  provider: isWord,
  service: isWord,
  file: isName,
  option: isOption,
  bytes: (value) => isCount(value) && value <= MOST_BYTES,
  sha256: isHash,
  keys: isCount,
  regions: isCount,
  prices: isCount,
  oldest: isDay,
  newest: isDay,
  sources: isTexts,
};

const SOURCE: Shape<PriceSource> = {
  id: isName,
  repository: isNote,
  commit: isNote,
  licence: isNote,
  note: isNote,
};

const MANIFEST: Shape<Manifest> = {
  version: (value) => value === 1,
  id: isHash,
  currency: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
  asOf: (value) => isJsonObject(value) && Object.values(value).every(isDay),
  prices: isCount,
  shards: (value) => isListOf(value, (entry) => wrongField(entry, ENTRY) === undefined),
  sources: (value) => isListOf(value, (source) => wrongField(source, SOURCE) === undefined),
};

/**
 * The manifest that a text holds. Throws when it is none, when it names a file elsewhere than where a shard lies or a shard
 * twice, and when its id is not that of its shards: who pins a book by its id pins all prices in it.
 */
export function readManifest(text: string): Manifest {
  const json = JSON.parse(text) as Json;
  const wrong = wrongField(json, MANIFEST);
  if (wrong !== undefined) throw new Error(`not a manifest of version 1: ${wrong} is not right`);
  const manifest = json as unknown as Manifest;
  const { shards } = manifest;
  const names = new Set(shards.map(({ provider, service }) => shardFile(provider, service)));
  if (names.size !== shards.length) throw new Error('it names a service twice');
  const stray = shards.find(({ provider, service, file, sha256 }) => {
    return ![shardFile(provider, service), shardFile(provider, service, sha256)].includes(file);
  });
  if (stray !== undefined) throw new Error(`${stray.provider}/${stray.service} lies elsewhere`);
  if (manifest.id !== bookId(shards)) throw new Error('its id is not that of its shards');
  return manifest;
}
