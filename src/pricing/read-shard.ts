import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { isDate } from '../lib/calendar.ts';
import type { Json } from '../lib/json.ts';
import { byCodePoint } from '../lib/order.ts';
import type { PriceList, ShardEntry, ShardFile } from './format.ts';
import { isListOf, isName, isOption, isTexts, type Shape, wrongField } from './shape.ts';

const LIST: Shape<PriceList> = {
  asOf: (value) => typeof value === 'string' && isDate(value),
  source: isName,
  quality: (value) => value === undefined || value === 'derived' || value === 'estimate',
};

const SHARD: Shape<ShardFile> = {
  version: (value) => value === 1,
  provider: isName,
  service: isName,
  currency: isName,
  option: isOption,
  regions: (value) => isListOf(value, isName) && new Set(value).size === value.length,
  lists: (value) => isListOf(value, (list) => wrongField(list, LIST) === undefined),
  keys: (value) => isListOf(value, isName) && isRising(value as readonly string[]),
  units: (value) => isListOf(value, isName),
  prices: isTexts,
  listOf: isTexts,
  skus: isTexts,
};

/**
 * What a shard holds. Throws when it is longer than the manifest says or has another SHA-256, and when it is no shard or
 * another one than its entry says. Its cells are looked at when they are read.
 */
export function readShard(bytes: Buffer, entry: ShardEntry, currency: string): ShardFile {
  const text = gunzipSync(bytes, { maxOutputLength: entry.bytes });
  if (createHash('sha256').update(text).digest('hex') !== entry.sha256) {
    throw new Error('its SHA-256 is not the one in the manifest');
  }
  const json = JSON.parse(text.toString('utf8')) as Json;
  const shard = json as unknown as ShardFile;
  const wrong = wrongField(json, SHARD) ?? wrongName(shard, entry, currency) ?? wrongLength(shard, entry);
  if (wrong !== undefined) throw new Error(`not the shard of the manifest: ${wrong} is not right`);
  return shard;
}

function wrongName(shard: ShardFile, entry: ShardEntry, currency: string): string | undefined {
  if (shard.currency !== currency) return 'currency';
  return (['provider', 'service', 'option'] as const).find((name) => shard[name] !== entry[name]);
}

/** The first part that has not the length that it must have: rows have one of each by key. */
function wrongLength(shard: ShardFile, entry: ShardEntry): string | undefined {
  const { keys, regions } = shard;
  if (keys.length !== entry.keys) return 'keys';
  if (regions.length !== entry.regions) return 'regions';
  return (['units', 'prices', 'listOf', 'skus'] as const).find((name) => shard[name].length !== keys.length);
}

/** Keys are found by binary search, so each must be greater than the one before it. */
function isRising(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || byCodePoint(keys[index - 1] ?? '', key) < 0);
}
