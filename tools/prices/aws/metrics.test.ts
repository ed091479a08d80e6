import { describe, expect, it } from 'vitest';
import { mapped } from './metrics.ts';
import type { Rule } from './metrics-mapping.ts';

const row = (metric: string, price: string, region = 'r') => ({
  region,
  metric,
  price,
  sku: `SKU ${metric}`,
  as_of: '2025-06-18',
  source: 'feed',
});
const rule: Rule = { metric: 'Storage', key: 'storage', unit: 'GB-month' };
const facts = (rows: readonly ReturnType<typeof row>[], ...metrics: Rule[]) =>
  mapped(rows, { book: 'b', metrics });

describe('the mapping of metrics', () => {
  it('takes the whole name of a metric, with date, source and SKU', () => {
    expect(facts([row('Storage', '0.10')], rule)).toEqual([
      {
        provider: 'aws',
        service: 'b',
        region: 'r',
        key: 'storage',
        unit: 'GB-month',
        from: '0',
        price: '0.1',
        currency: 'USD',
        sku: 'SKU Storage',
        asOf: '2025-06-18',
        source: 'feed',
      },
    ]);
  });

  it('puts groups of a pattern into the key', () => {
    const pattern = { pattern: 'Node (?<family>\\w+) (?<size>\\w+)', key: 'node|{family}.{size}', unit: 'hour' };
    expect(facts([row('Node c4 large', '1'), row('Node c5 large', '2')], pattern)).toMatchObject([
      { key: 'node|c4.large', price: '1' },
      { key: 'node|c5.large', price: '2' },
    ]);
  });

  it('joins metrics into tiers and divides a price for many', () => {
    const tiers = [
      { metric: 'First', key: 'requests', unit: 'request', per: 1000000 },
      { metric: 'Next', key: 'requests', unit: 'request', per: 1000000, from: 500 },
    ];
    expect(facts([row('First', '2'), row('Next', '1.5')], ...tiers)).toMatchObject([
      { from: '0', price: '0.000002' },
      { from: '500', price: '0.0000015' },
    ]);
  });

  it('keeps the first of two metrics with one price', () => {
    const other = { ...rule, metric: 'Stored' };
    expect(facts([row('Storage', '1'), row('Stored', '1.0'), row('Stored', '3', 'q')], rule, other)).toMatchObject([
      { region: 'r', price: '1', sku: 'SKU Storage' },
      { region: 'q', price: '3' },
    ]);
  });

  it('gives one metric to several keys', () => {
    expect(facts([row('Storage', '1')], rule, { ...rule, key: 'backup' })).toMatchObject([
      { key: 'storage', price: '1' },
      { key: 'backup', price: '1' },
    ]);
  });

  it.each([
    ['two prices for one key', [row('Storage', '1'), row('Stored', '2')], [rule, { ...rule, metric: 'Stored' }]],
    ['a row that no rule takes', [row('Storage', '1'), row('Trial', '0')], [rule]],
    ['a row that one key gets twice', [row('Storage', '1')], [rule, { ...rule, from: 5 }]],
    ['a rule that takes no row', [row('Storage', '1')], [rule, { ...rule, metric: 'Gone' }]],
    ['a part of a name', [row('Storage', '1')], [{ pattern: 'Stor', key: 'k', unit: 'GB' }]],
    ['a group that is not there', [row('Storage', '1')], [{ pattern: '.*', key: '{k}', unit: 'GB' }]],
  ])('refuses %s', (_, rows, rules) => {
    expect(() => facts(rows, ...rules)).toThrow();
  });
});
