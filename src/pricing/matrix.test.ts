import { readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { assetPath, readAsset } from '../lib/assets.ts';
import type { ShardFile } from './format.ts';
import { Matrix } from './matrix.ts';

const shards = readdirSync(assetPath('prices'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.gz'));

test.each(shards)('the shard %s is the same once read and written', (name) => {
  const shard = JSON.parse(gunzipSync(readAsset(`prices/${name}`)).toString('utf8')) as ShardFile;
  expect(JSON.stringify(Matrix.of(shard).file()) === JSON.stringify(shard)).toBe(true);
});

test('rows without a price, and lists and regions that no price has, are left out', () => {
  const list = { asOf: '2026-01-01', source: 'x' };
  const other = { asOf: '2025-01-01', source: 'y' };
  const matrix = new Matrix({ provider: 'p', service: 's', currency: 'USD' });
  matrix.set('a', 'hour', 'q', { tiers: '3', sku: 'A', list: other });
  matrix.set('b', 'hour', 'q', { tiers: '4', sku: 'B', list: other });
  matrix.set('b', 'hour', 'r', { tiers: '1 10:0.5', sku: '', list });
  matrix.set('a', 'hour', 'q', undefined);
  matrix.set('b', 'hour', 'q', undefined);
  expect([matrix.unit('a'), matrix.unit('b'), matrix.newest('r')]).toEqual([undefined, 'hour', '2026-01-01']);
  expect([...matrix.cells('r')]).toEqual([['b', { tiers: '1 10:0.5', sku: '', list }]]);
  const shard = matrix.file();
  expect(shard).toEqual({
    version: 1,
    provider: 'p',
    service: 's',
    currency: 'USD',
    regions: ['r'],
    lists: [list],
    keys: ['b'],
    units: ['hour'],
    prices: ['1 10:0.5'],
    listOf: ['0'],
    skus: [''],
  });
});

test('a cell of its own leaves the others of its row as they are', () => {
  const [list, other] = ['2025-01-01', '2026-01-01'].map((asOf) => ({ asOf, source: 'x' }));
  if (list === undefined || other === undefined) throw new Error();
  const matrix = new Matrix({ provider: 'p', service: 's', currency: 'USD' });
  for (const region of ['r1', 'r3']) matrix.set('k', 'hour', region, { tiers: '1', sku: region, list });
  matrix.set('k', 'hour', 'r2', { tiers: '2', sku: '', list: other });
  const shard = matrix.file();
  expect([shard.regions, shard.prices, shard.listOf, shard.skus]).toEqual([
    ['r1', 'r2', 'r3'],
    ['1,2,1'],
    ['0,1,0'],
    ['r1,,r3'],
  ]);
  const again = Matrix.of(shard);
  again.set('k', 'hour', 'r2', { tiers: '5', sku: 'n', list });
  expect([again.file().prices, again.file().listOf, again.file().skus]).toEqual([
    ['1,5,1'],
    ['0'],
    ['r1,n,r3'],
  ]);
});
