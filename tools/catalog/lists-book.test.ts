import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textMatches } from '../../src/lib/text-glob.ts';
import type { ShardFile } from '../../src/pricing/format.ts';
import type { ListsFile } from '../../src/pricing/sync/rules/price-lists.ts';
import { compileLists } from './lists.ts';

const { lists } = JSON.parse(compileLists()) as ListsFile;

/** Shards whose keys are words of our own, and which the book has. */
const own = lists.filter(({ provider, service }) => provider === 'aws' && existsSync(shardFile(service)));

function shardFile(service: string): URL {
  return new URL(`../../prices/aws/${service}.json.gz`, import.meta.url);
}

/** Keys that entries look up, also those that only a sync fills. */
const catalog = readFileSync(new URL('../../catalog/catalog.json', import.meta.url), 'utf8');
const asked = [...catalog.matchAll(/"price":"([^"]+)"/g)].map(([, key = '']) => globOf(key));

function globOf(key: string): string {
  return key.replaceAll(/\{\w+\}/g, '*');
}

function isAsked(glob: string): boolean {
  return asked.some((other) => textMatches(other, glob) || textMatches(glob, other));
}

describe.each(own)('the rules of $service', ({ service, rows }) => {
  const shard = JSON.parse(gunzipSync(readFileSync(shardFile(service))).toString('utf8')) as ShardFile;

  test.each(rows)('fill $key, in the unit that the book has for it', ({ key, unit, region }) => {
    const glob = globOf(key);
    const rowsOfKey = shard.keys.flatMap((found, row) => (textMatches(glob, found) ? [row] : []));
    if (rowsOfKey.length === 0) expect(isAsked(glob)).toBe(true);
    else if (glob.startsWith('*')) expect(rowsOfKey.map((row) => shard.units[row])).toContain(unit);
    else expect(new Set(rowsOfKey.map((row) => shard.units[row]))).toEqual(new Set([unit]));
    if (region !== undefined) expect(shard.regions).toContain(region);
  });
});
