import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/lib/decimal.ts';
import { openBook } from '../../src/pricing/book.ts';
import { buildManifest, shardText } from '../../src/pricing/manifest.ts';
import { readFacts } from './facts.ts';
import { buildShards } from './shard.ts';
import { sources } from './sources.ts';

const facts = readFacts(new URL('facts/', import.meta.url));
const shards = buildShards(facts);
const prices = new URL('../../prices/', import.meta.url);

describe('the shipped book', () => {
  it('is what the fact files give', () => {
    const manifest = buildManifest(shards, sources);
    expect(JSON.parse(readFileSync(new URL('manifest.json', prices), 'utf8'))).toEqual(manifest);
    shards.forEach((shard, index) => {
      const file = new URL(manifest.shards[index]?.file ?? '', prices);
      expect(gunzipSync(readFileSync(file)).toString('utf8') === shardText(shard)).toBe(true);
    });
  });

  it('gives each of 100 rows a service back to the last digit, with date and source', () => {
    const book = openBook();
    for (const shard of shards) {
      const rows = facts.filter((fact) => fact.provider === shard.provider && fact.service === shard.service);
      const step = Math.max(1, Math.floor(rows.length / 100));
      for (const row of rows.filter((_, index) => index % step === 0)) {
        const price = book.find(row);
        const tier = price?.tiers.find((candidate) => candidate.from.eq(decimal(row.from)));
        const actual = [tier?.price.toFixed(), price?.unit, price?.asOf, price?.source];
        const expected = [decimal(row.price).toFixed(), row.unit, row.asOf, row.source];
        expect(actual, `${row.service} ${row.region} ${row.key}`).toEqual(expected);
        if (price?.tiers[0]?.from.eq(decimal(row.from)) === true) expect(price.sku ?? '').toBe(row.sku);
      }
    }
  });
});

describe('buildShards', () => {
  const fact = {
    provider: 'p',
    service: 's',
    region: 'r',
    key: 'k',
    unit: 'hour',
    from: '0',
    price: '1',
    currency: 'USD',
    sku: '',
    asOf: '2026-01-01',
    source: 'x',
  };

  it('puts a tier at 0 below a list that starts higher', () => {
    expect(buildShards([{ ...fact, from: '10' }])[0]?.prices).toEqual(['0 10:1']);
  });

  it.each([
    ['two prices', [fact, { ...fact, price: '2' }]],
    ['a negative price', [{ ...fact, price: '-1' }]],
    ['found day, hour', [fact, { ...fact, region: 'q', unit: 'day' }]],
  ])('refuses facts with %s', (message, rows) => {
    expect(() => buildShards(rows)).toThrow(message);
  });
});
