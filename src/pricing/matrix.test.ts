import { readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { assetPath, readAsset } from '../lib/assets.ts';
import type { ShardFile } from './format.ts';
import { readMatrix, writeMatrix } from './matrix.ts';

const shards = readdirSync(assetPath('prices'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.gz'));

test.each(shards)('the shard %s is the same once read and written', (name) => {
  const shard = JSON.parse(gunzipSync(readAsset(`prices/${name}`)).toString('utf8')) as ShardFile;
  expect(JSON.stringify(writeMatrix(readMatrix(shard))) === JSON.stringify(shard)).toBe(true);
});

test('rows without a price, and lists and regions that no price has, are left out', () => {
  const list = { asOf: '2026-01-01', source: 'x' };
  const cell = { tiers: '1 10:0.5', sku: '', list };
  const shard = writeMatrix({
    provider: 'p',
    service: 's',
    currency: 'USD',
    rows: new Map([
      ['b', { unit: 'hour', cells: new Map([['r', cell]]) }],
      ['a', { unit: 'hour', cells: new Map() }],
    ]),
  });
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
