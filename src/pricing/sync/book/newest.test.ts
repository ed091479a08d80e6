import { expect, test } from 'vitest';
import type { ShardFile } from '../../format.ts';
import { newerRegions } from './newest.ts';

/** A shard with one list: by key its unit, and its price in r1 and in r2. */
function shard(asOf: string, rows: Readonly<Record<string, readonly [string, string, string]>>): ShardFile {
  const cells = Object.values(rows);
  return {
    version: 1,
    provider: 'aws',
    service: 's',
    currency: 'USD',
    regions: ['r1', 'r2'],
    lists: [{ asOf, source: 'facts' }],
    keys: Object.keys(rows),
    units: cells.map(([unit]) => unit),
    prices: cells.map(([, one, two]) => `${one},${two}`),
    listOf: cells.map(() => '0'),
    skus: cells.map(() => ''),
  };
}

const rows = ({ keys, prices, regions }: ShardFile) =>
  Object.fromEntries(keys.map((key, row) => [key, `${regions.join()} ${prices[row] ?? ''}`]));

test('a newer region is taken as a whole: keys that it does not have go', () => {
  const newer = shard('2026-01-01', { a: ['hour', '1', ''] });
  const older = shard('2025-01-01', { a: ['hour', '7', '8'], gone: ['hour', '9', '9'] });
  const { shard: found, otherUnit } = newerRegions(newer, older);
  expect(rows(found)).toEqual({ a: 'r1,r2 1,8', gone: 'r1,r2 ,9' });
  expect(otherUnit.size).toBe(0);
});

test('of two of one date the second stands, untouched', () => {
  const one = shard('2025-01-01', { a: ['hour', '1', '1'] });
  const other = shard('2025-01-01', { a: ['hour', '2', '2'] });
  expect(newerRegions(one, other).shard).toBe(other);
});

test('a key whose unit is another in a region that stays is left out by name', () => {
  const newer = shard('2026-01-01', { a: ['hour', '1', ''], b: ['hour', '2', ''] });
  const older = shard('2025-01-01', { a: ['month', '7', '8'], b: ['hour', '9', '9'] });
  const { shard: found, otherUnit } = newerRegions(newer, older);
  expect([...otherUnit]).toEqual([['r1', ['a']]]);
  expect(rows(found)).toEqual({ a: 'r1,r2 ,8', b: 'r1,r2 2,9' });
});

test('a key takes its new unit where all its regions are newer', () => {
  const newer = shard('2026-01-01', { a: ['hour', '1', '2'] });
  const { shard: found, otherUnit } = newerRegions(newer, shard('2025-01-01', { a: ['month', '7', '8'] }));
  expect([found.units, found.prices, otherUnit.size]).toEqual([['hour'], ['1,2'], 0]);
});
