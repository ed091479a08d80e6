import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { Simulation } from '../../model/billing/simulation.ts';
import { bound, change, perUnit, profile, sku, text, type Used } from './test-support/world.ts';

const bindings = bound({ acme: 'api@1.0.0', beta: 'api@1.0.0' });
const OLD = {
  ...profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`),
  ...bindings,
};
const USED: readonly Used[] = [
  { customer: 'acme', key: 'calls', quantity: '1000' },
  { customer: 'acme', key: 'disk', quantity: '5' },
  { customer: 'beta', key: 'disk', quantity: '10' },
];

const NOTHING = { base: null, head: null, delta: null };

/** The sums of the only currency. */
function only({ totals }: Simulation) {
  const [first] = totals;
  if (first === undefined || totals.length > 1) throw new Error('not one currency');
  return first;
}

function skuTexts(found: Simulation): string[] {
  return only(found).skus.map(({ profile: of, sku: id, revenue }) => `${of} ${id}: ${text(revenue)}`);
}

describe('a dearer price', () => {
  const head = {
    ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}${sku('disk', perUnit('2'))}`),
    ...bindings,
  };
  const found = change(OLD, head, USED);

  it('shows revenue in total, by customer and by SKU', () => {
    // acme: 1000 x 0.10 + 5 x 2 = 110, then 1000 x 0.12 + 10 = 130; beta: 10 x 2 = 20 on both sides.
    expect(text(only(found).revenue)).toBe('130 -> 150 (20)');
    expect(String(only(found).revenue.percent)).toBe('15.384615'); // 20 / 130
    expect(only(found).customers).toEqual({ total: 2, more: 1, less: 0, same: 1 });
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
      '1 customer is not compared, since a binding names a profile version that cannot be read.',
    );
  });
});

describe('usage', () => {
  const head = {
    ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}${sku('disk', perUnit('2'))}`),
    ...bindings,
  };

  it('says how much of it was rated, and whether it is complete', () => {
    const used = [...USED, { customer: 'beta', key: 'other', quantity: '1' }];
    const coverage = (completeThrough: string) =>
      change(OLD, head, used, { origin: { completeThrough } }).usage?.coverage;
    expect(String(coverage('2026-06-01T00:00:00Z')?.rows)).toBe('75'); // 3 of 4 rows
    expect(coverage('2026-06-01T00:00:00Z')?.complete).toBe(true);
    expect(coverage('2026-05-31T23:00:00Z')?.complete).toBe(false);
  });

  it('says that it ends in the midst of a period', () => {
    const found = change(OLD, head, USED, { origin: { to: '2026-05-20T00:00:00Z' } });
    expect(found.unknowns.join()).toContain(
      'Usage ends at 2026-05-20T00:00:00Z, in the midst of a billing period',
    );
  });

  it('does without: prices alone are compared', () => {
    const found = change(OLD, head, null);
    expect(found).toMatchObject({ replayed: false, totals: [], usage: null, unknowns: [] });
    expect(found.profiles[0]?.probes.map(({ amount }) => text(amount))).toEqual(['0.1 -> 0.12 (0.02)']);
    expect(found.profiles[0]?.migrations.map(({ customersMoved, delta }) => [customersMoved, delta])).toEqual(
      [
        [0, decimal('0')],
        [2, null],
        [2, null],
      ],
    );
    expect(found.profiles[0]?.revenue).toEqual({ base: null, head: null, delta: null, percent: null });
  });
});

describe('what cannot be rated', () => {
  it('is counted on neither side', () => {
    const fee = "{ model: percentage, rate: '2', fixed: '0' }";
    const head = {
      ...profile('api', '2.0.0', `skus:\n${sku('calls', fee)}${sku('disk', perUnit('3'))}`),
      ...bindings,
    };
    // Nobody knows the amounts of the calls: only disk is compared, 15 x 2 and 15 x 3.
    const found = change(OLD, head, USED);
    expect(text(only(found).revenue)).toBe('30 -> 45 (15)');
    expect(found.unknowns.join()).toMatch(/^calls of api@2.0.0 is not in the amounts: .* \(1 customer\)$/u);
  });
});

describe('tax', () => {
  const table = (inclusive: boolean) => ({
    'billing/tax/vat.yaml': `kind: TaxTable\nschemaVersion: 1\nid: vat\nversion: 1.0.0\nlifecycle: published\nowner: { accountable: '@jane' }\neffective: { from: 2026-01-01T00:00:00Z }\nrows:\n  - { jurisdiction: DE, category: standard, rate: '25', inclusive: ${String(inclusive)}, from: 2026-01-01T00:00:00Z }\n`,
  });
  const taxed = (version: string, unit: string) => ({
    ...profile('api', version, `skus:\n${sku('calls', perUnit(unit))}taxes: vat@1.0.0\n`),
    ...bound({ acme: 'api@1.0.0, jurisdiction: DE' }),
  });

  it.each([
    // 25 percent within 100 and 120: 20 and 24 of them.
    [true, '80 -> 96 (16)'],
    [false, '100 -> 120 (20)'],
  ])('is no revenue (within prices: %s)', (inclusive, expected) => {
    const [base, head] = [taxed('1.0.0', '0.1'), taxed('2.0.0', '0.12')].map((files) => ({
      ...files,
      ...table(inclusive),
    }));
    const totals = only(change(base ?? {}, head ?? {}, USED.slice(0, 1)));
    expect(text(totals.revenue)).toBe(expected);
    expect(totals.skus.map(({ revenue }) => text(revenue))).toEqual([expected]);
  });
});

describe('commitments', () => {
  const spend = (amount: string) =>
    `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}commitments:\n  - { id: least, type: minSpend, amount: '${amount}', period: month }\n`;

  it('charge what is not used of them', () => {
    const [base, head] = [profile('api', '1.0.0', spend('100')), profile('api', '2.0.0', spend('120'))];
    // acme uses 110: it pays 110, then 120. beta uses 20: it pays 100, then 120.
    const found = change({ ...base, ...bindings }, { ...head, ...bindings }, USED);
    expect(text(only(found).revenue)).toBe('210 -> 240 (30)');
    expect(skuTexts(found)).toContain('api least: 80 -> 110 (30)');
    expect(found.profiles[0]?.byDifference).toEqual({ 'commitments[least].amount': decimal('30') });
  });
});

describe('units', () => {
  const unit = (event: string) => ({
    'billing/units/request.yaml': `kind: UnitDefinition\nschemaVersion: 1\nid: request\nversion: 1.0.0\nname: thousand requests\nevent: ${event}\nper: '1000'\nmeter: requests\n`,
  });
  const head = {
    ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}${sku('disk', perUnit('2'))}`),
    ...bindings,
  };
  const used = [...USED, { customer: 'acme', key: 'requests', quantity: '4000' }];

  it('says what one brings', () => {
    // 130 and 150 for four thousand requests.
    const [found] = only(change({ ...OLD, ...unit('a call') }, { ...head, ...unit('a call') }, used)).units;
    expect(found).toMatchObject({ id: 'request', label: 'thousand requests' });
    expect(String(found?.count)).toBe('4');
    expect(text(found?.revenue ?? NOTHING)).toBe('32.5 -> 37.5 (5)');
  });

  it('compares no units that are not the same on both sides', () => {
    const found = change({ ...OLD, ...unit('a call') }, { ...head, ...unit('an answer') }, used);
    expect(only(found).units).toEqual([]);
    expect(found.unknowns.join()).toContain('No figures per request');
  });
});
