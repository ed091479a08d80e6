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

const NOTHING = { base: null, head: null, delta: null };

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

  it('says that it goes on after what it is complete through', () => {
    const beyond = (completeThrough: string) =>
      change(OLD, head, USED, { origin: { completeThrough } }).unknowns.filter((text) =>
        text.startsWith('Rows reach'),
      );
    expect(beyond('2026-05-05T00:00:00Z')).toEqual([
      'Rows reach to 2026-06-01T00:00:00Z, and the usage is said to be complete through 2026-05-05T00:00:00Z only: what it has after that is a part of it.',
    ]);
    expect(beyond('2026-05-31T23:00:00Z')).toEqual([]);
  });

  it('takes events at their word that begin and end within a day of the bounds, or say how far they reach', () => {
    const limits = (origin: object) =>
      change(OLD, head, USED, { origin }).unknowns.filter((text) => text.includes('in the midst'));
    const events = { from: '2026-05-01T07:00:00Z', to: '2026-05-31T20:00:00Z' };
    expect(limits(events)).toEqual([]);
    expect(limits({ ...events, to: '2026-05-29T20:00:00Z' })).toHaveLength(1);
    expect(limits({ ...events, from: '2026-05-02T07:00:00Z' })).toHaveLength(1);
    const through = (completeThrough: string) =>
      limits({ ...events, to: '2026-05-29T20:00:00Z', completeThrough });
    expect(through('2026-06-01T00:00:00Z')).toEqual([]);
    expect(through('2026-05-31T20:00:00Z')).toEqual([
      expect.stringContaining('Usage ends at 2026-05-31T20:00:00Z'),
    ]);
  });

  it('leaves out a period of which less than half is covered, when another one is covered better', () => {
    const used = [...USED, { customer: 'acme', key: 'disk', quantity: '7', month: 4 }];
    const from = (instant: string) => change(OLD, head, used, { origin: { from: instant } });
    const found = from('2026-04-30T22:00:00Z');
    expect(text(only(found).revenue)).toBe('130 -> 150 (20)');
    expect(found.unknowns).toEqual([
      'The billing period from 2026-04-01T00:00:00Z to 2026-05-01T00:00:00Z is left out: the usage covers less than half of it.',
      '1 row lies outside the billing periods that are compared.',
    ]);
    expect(found.usage?.coverage.rows?.toFixed()).toBe('75');
    expect(text(only(from('2026-04-11T00:00:00Z')).revenue)).toBe('144 -> 164 (20)');
  });

  it('compares the last periods of a long time, and says so', () => {
    const daily = { cadence: 'daily' };
    const body = (unit: string) =>
      `skus:\n${sku('base', `{ model: flat, amount: '${unit}' }`)}${sku('calls', perUnit('0'))}`;
    const base = { ...profile('api', '1.0.0', body('1'), daily), ...bound({ acme: 'api@1.0.0' }) };
    const late = { ...profile('api', '2.0.0', body('2'), daily), ...bound({ acme: 'api@1.0.0' }) };
    // All days of 14 months, which are 426.
    const used = Array.from({ length: 14 }, (_, index) => ({
      ...{ customer: 'acme', key: 'calls', quantity: '1' },
      month: index - 8,
    }));
    const found = change(base, late, used);
    expect(text(only(found).revenue)).toBe('400 -> 800 (400)');
    expect(found.unknowns).toContain('Only the last 400 daily periods of the usage are compared.');
    expect(String(found.usage?.coverage.rows)).toBe('92.857143'); // 13 of 14 rows
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
    expect(found.unknowns.join()).toMatch(/^calls of api@2.0.0 is not in the amounts: .* \(1 customer\),/u);
    expect(found.unknowns).toContain('What cannot be rated by one side is in the sums of neither: calls.');
    // Nobody knows what the new price makes.
    expect(found.profiles[0]?.byDifference).toEqual({ 'skus[disk].price.unit': decimal('15') });
    expect(found.profiles[0]?.interaction).toBeNull();
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
    expect(text(found?.count ?? NOTHING)).toBe('4 -> 4 (0)');
    expect(text(found?.revenue ?? NOTHING)).toBe('32.5 -> 37.5 (5)');
  });

  it('says why nothing is known of a unit whose meter no row carries', () => {
    const found = change({ ...OLD, ...unit('a call') }, { ...head, ...unit('a call') }, USED);
    expect(only(found).units.map(({ revenue }) => text(revenue))).toEqual(['? -> ? (?)']);
    expect(found.unknowns).toEqual([
      'No figures per request: no row that was taken is of "requests", which counts it. ' +
        'Rows must name that as SkuId, or as x_Meter where they have no SkuId.',
    ]);
  });

  it('compares no units that are not the same on both sides', () => {
    const found = change({ ...OLD, ...unit('a call') }, { ...head, ...unit('an answer') }, used);
    expect(only(found).units).toEqual([]);
    expect(found.unknowns.join()).toContain('No figures per request');
  });
});
