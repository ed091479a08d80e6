import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import {
  bindings,
  bound,
  change,
  OLD,
  only,
  perUnit,
  profile,
  sku,
  skuTexts,
  text,
  USED,
} from './test-support/world.ts';

describe('a dearer price', () => {
  const head = {
    ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}${sku('disk', perUnit('2'))}`),
    ...bindings,
  };
  const found = change(OLD, head, USED);

  it('counts who comes and who goes apart from who pays more or less', () => {
    const head = { ...OLD, ...bound({ beta: 'api@1.0.0', zeta: 'api@1.0.0' }) };
    const used = [...USED, { customer: 'zeta', key: 'disk', quantity: '1' }];
    const { customers, revenue } = only(change(OLD, head, used));
    expect(customers).toEqual({ total: 3, more: 0, less: 0, same: 1, new: 1, gone: 1 });
    expect(text(revenue)).toBe('130 -> 22 (-108)');
  });

  it('shows revenue in total, by customer and by SKU', () => {
    // acme: 1000 x 0.10 + 5 x 2 = 110, then 1000 x 0.12 + 10 = 130; beta: 10 x 2 = 20 on both sides.
    expect(text(only(found).revenue)).toBe('130 -> 150 (20)');
    expect(String(only(found).revenue.percent)).toBe('15.384615'); // 20 / 130
    expect(only(found).customers).toEqual({ total: 2, more: 1, less: 0, same: 1, new: 0, gone: 0 });
    expect(only(found).movers).toMatchObject([
      { customer: 'acme', profile: { base: 'api@1.0.0', head: 'api@2.0.0' } },
    ]);
    expect(only(found).movers.map(({ revenue }) => text(revenue))).toEqual(['110 -> 130 (20)']);
    expect(skuTexts(found)).toEqual(['api calls: 100 -> 120 (20)', 'api disk: 30 -> 30 (0)']);
    expect(only(found).skus.map(({ perUnit: one }) => text(one))).toEqual([
      '0.1 -> 0.12 (0.02)',
      '2 -> 2 (0)',
    ]);
  });

  it('shows the spread by nearest rank', () => {
    // Of 0 and 18.181818 percent, the first is the 10th and the 50th percentile.
    expect(Object.values(only(found).spread ?? {}).map(String)).toEqual(['0', '0', '18.181818']);
  });

  it('says that the cost is not known, and adds up no part of it', () => {
    expect(text(only(found).margin)).toBe('? -> ? (?)');
    expect(String(only(found).costCoverage)).toBe('0');
  });

  it('gives one file the same bytes', () => {
    expect(JSON.stringify(change(OLD, head, USED))).toBe(JSON.stringify(found));
  });
});

describe('SKUs that come and go', () => {
  const withLog = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}${sku('log', perUnit('0.5'))}`;
  const used = [...USED, { customer: 'beta', key: 'log', quantity: '8' }];
  const added = { ...profile('api', '2.0.0', withLog), ...bindings };

  it('takes usage of a new SKU for free at base', () => {
    const found = change(OLD, added, used); // 8 x 0.5 = 4
    expect(skuTexts(found)).toContain('api log: 0 -> 4 (4)');
    expect(only(found).skus.map(({ perUnit: one }) => text(one))).toContain('? -> 0.5 (?)');
    expect(text(only(found).revenue)).toBe('130 -> 134 (4)');
  });

  it('shows what a removed SKU no longer brings', () => {
    const base = { ...profile('api', '1.0.0', withLog), ...bindings };
    const head = {
      ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`),
      ...bindings,
    };
    expect(skuTexts(change(base, head, used))).toContain('api log: 4 -> 0 (-4)');
  });
});

describe('discounts', () => {
  const promo = (fields: string) =>
    `discounts:\n  - { id: promo, type: percent, value: '10', precedence: 1, stacking: stack, ${fields} }\n`;
  const body = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`;
  const head = (fields: string) => ({ ...profile('api', '2.0.0', body + promo(fields)), ...bindings });

  it('counts a promotion as running though it begins later', () => {
    // 10 percent of acme's 100 for calls.
    const found = change(
      OLD,
      head('skus: [calls], from: 2026-09-01T00:00:00Z, to: 2026-10-01T00:00:00Z'),
      USED,
    );
    expect(text(only(found).revenue)).toBe('130 -> 120 (-10)');
    expect(text(only(found).discounts)).toBe('0 -> 10 (10)');
  });

  it('does not count one that is over', () => {
    const found = change(OLD, head('to: 2026-06-01T00:00:00Z'), USED);
    expect(text(only(found).revenue)).toBe('130 -> 130 (0)');
  });

  it('grants one to those whose binding says so', () => {
    const granted = {
      ...head('enabled: false'),
      ...bound({ acme: 'api@1.0.0, grants: [promo]', beta: 'api@1.0.0' }),
    };
    // 10 percent of acme's 110.
    expect(text(only(change(OLD, granted, USED)).revenue)).toBe('130 -> 119 (-11)');
  });
});

describe('margin', () => {
  const costly = (unit: string) =>
    `skus:\n${sku('calls', perUnit(unit), "cost: { variable: '0.04' }")}${sku('disk', perUnit('2'))}`;
  const base = { ...profile('api', '1.0.0', costly('0.1')), ...bindings };
  const head = { ...profile('api', '2.0.0', costly('0.12')), ...bindings };

  it('is revenue less the cost of what was used', () => {
    // 1000 calls cost 40; disk cost 3 and 6 as recorded: 130 - 49, then 150 - 49.
    const used = USED.map((row) =>
      row.key === 'disk' ? { ...row, cost: row.customer === 'acme' ? '3' : '6' } : row,
    );
    const totals = only(change(base, head, used));
    expect(text(totals.margin)).toBe('81 -> 101 (20)');
    expect(String(totals.costCoverage)).toBe('100');
  });

  it('is not known where one cost is not', () => {
    // Of 150 at head, 120 are of calls.
    const totals = only(change(base, head, USED));
    expect(text(totals.margin)).toBe('? -> ? (?)');
    expect(String(totals.costCoverage)).toBe('80');
    expect(totals.skus.map(({ sku: id, margin }) => `${id}: ${text(margin)}`)).toEqual([
      'calls: 60 -> 80 (20)',
      'disk: ? -> ? (?)',
    ]);
  });
});

describe('bindings', () => {
  const gold = profile('gold', '1.0.0', `skus:\n${sku('calls', perUnit('0.05'))}`);
  const files = { ...OLD, ...gold };

  it('shows a customer that moves to another profile', () => {
    const head = {
      ...files,
      ...bound({ acme: 'gold@1.0.0, from: 2026-07-01T00:00:00Z', beta: 'api@1.0.0' }),
    };
    // acme: 110, then 1000 x 0.05 = 50; disk is sold by the new profile to nobody.
    const found = change(files, head, USED);
    expect(text(only(found).revenue)).toBe('130 -> 70 (-60)');
    expect(only(found).movers).toMatchObject([{ profile: { base: 'api@1.0.0', head: 'gold@1.0.0' } }]);
    expect(skuTexts(found)).toEqual([
      'api calls: 100 -> 0 (-100)',
      'api disk: 30 -> 20 (-10)',
      'gold calls: 0 -> 50 (50)',
    ]);
  });

  it('shows a new customer and one who leaves', () => {
    const head = {
      ...files,
      ...bound({ acme: 'api@1.0.0, to: 2026-07-01T00:00:00Z', beta: 'api@1.0.0', zeta: 'gold@1.0.0' }),
    };
    const found = change(files, head, [...USED, { customer: 'zeta', key: 'calls', quantity: '20' }]);
    // acme's 110 go, zeta's 20 x 0.05 = 1 comes.
    expect(text(only(found).revenue)).toBe('130 -> 21 (-109)');
    expect(only(found).movers.map(({ customer, revenue }) => `${customer}: ${text(revenue)}`)).toEqual([
      'acme: 110 -> 0 (-110)',
      'zeta: 0 -> 1 (1)',
    ]);
  });

  it('never adds two currencies', () => {
    const euro = profile('euro', '1.0.0', `skus:\n${sku('calls', perUnit('0.09'))}`, { currency: 'EUR' });
    const both = { ...OLD, ...euro };
    const head = { ...both, ...bound({ acme: 'euro@1.0.0', beta: 'api@1.0.0' }) };
    // acme: 110 USD go, 90 EUR come.
    const found = change(both, head, USED);
    expect(found.totals.map(({ currency, revenue }) => `${currency} ${text(revenue)}`)).toEqual([
      'EUR 0 -> 90 (90)',
      'USD 130 -> 20 (-110)',
    ]);
    expect(found.unknowns).toContain(
      '1 customer gets another currency: what they pay is in the sums of each, and not converted.',
    );
  });

  it('tells customers of two types with one id apart', () => {
    const account = '  - { type: account, id: acme, profile: api@1.0.0, from: 2026-01-01T00:00:00Z }\n';
    const path = 'billing/bindings/prod.yaml';
    const both = { ...bindings, [path]: `${bindings[path] ?? ''}${account}` };
    const head = {
      ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}${sku('disk', perUnit('2'))}`),
      ...both,
    };
    // All usage is that of tenants: the account acme pays nothing.
    const found = change({ ...OLD, ...both }, head, USED);
    expect(text(only(found).revenue)).toBe('130 -> 150 (20)');
    expect(only(found).customers.total).toBe(3);
  });

  it('bills no test profile', () => {
    const test = profile('trial', '1.0.0', `skus:\n${sku('calls', perUnit('9'))}`, {
      test: 'true',
      environment: 'staging',
    });
    const both = { ...OLD, ...test };
    const head = { ...both, ...bound({ acme: 'api@1.0.0', beta: 'trial@1.0.0' }) };
    expect(text(only(change(both, head, USED)).revenue)).toBe('130 -> 110 (-20)');
  });

  it('counts flat amounts of those who use nothing', () => {
    const flat = (amount: string) =>
      `skus:\n${sku('base', `{ model: flat, amount: '${amount}' }`)}${sku('calls', perUnit('0.1'))}`;
    const base = { ...profile('api', '1.0.0', flat('10')), ...bindings };
    const head = { ...profile('api', '2.0.0', flat('12')), ...bindings };
    const used = [4, 5].map((month) => ({ customer: 'acme', key: 'calls', quantity: '100', month }));
    // Two customers in two months, 10 each, and twice 100 x 0.1.
    expect(text(only(change(base, head, used)).revenue)).toBe('60 -> 68 (8)');
    // Of a sample only who is in it.
    const sample = change(base, head, used, { origin: { sampled: decimal('60') } });
    expect(text(only(sample).revenue)).toBe('40 -> 44 (4)');
    expect(sample.unknowns.join()).toContain('a sample of 60 percent');
  });
});

describe('time', () => {
  const version = (number: string, unit: string, from: string) => ({
    ...profile('api', number, `skus:\n${sku('calls', perUnit(unit))}`, { effective: `{ from: ${from} }` }),
    ...bindings,
  });
  const first = version('1.0.0', '0.1', '2026-01-01T00:00:00Z');
  const planned = version('2.0.0', '0.2', '2026-08-01T00:00:00Z');
  const used = [{ customer: 'acme', key: 'calls', quantity: '1000' }];

  it('holds a new version against the one that base has planned', () => {
    const next = version('3.0.0', '0.3', '2026-09-01T00:00:00Z');
    expect(text(only(change(planned, next, used, { earlier: first })).revenue)).toBe('200 -> 300 (100)');
  });

  it('shows no difference where both sides have planned the same', () => {
    const found = change(planned, planned, used, { earlier: first });
    expect(text(only(found).revenue)).toBe('100 -> 100 (0)');
    expect(found.profiles).toEqual([]);
  });

  it('waits for the cohort of each customer', () => {
    const cohorts = "rollout: { cohorts: [{ percent: '100', from: 2026-12-01T00:00:00Z }] }\n";
    const head = {
      ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.2'))}${cohorts}`),
      ...bindings,
    };
    expect(text(only(change(first, head, used)).revenue)).toBe('100 -> 200 (100)');
  });

  it('leaves out who is bound to a version that cannot be read', () => {
    const found = change(first, { ...planned, ...bound({ acme: 'api@1.5.0', beta: 'api@1.0.0' }) }, used);
    expect(found.totals.map(({ customers }) => customers.total)).toEqual([1]);
    expect(found.unknowns).toContain(
      '1 customer is in no sum, since a version of api that it has, or may come to have, cannot be read.',
    );
  });
});
