import { describe, expect, it } from 'vitest';

import { bound, change, OLD, only, perUnit, profile, sku, text, USED } from './test-support/world.ts';

const version = (number: string, calls: string) =>
  profile(
    'api',
    number,
    `skus:\n${sku('calls', perUnit(calls))}${sku('disk', perUnit('2'))}discounts:
  - { id: promo, type: percent, value: '10', skus: [disk], precedence: 1, stacking: stack, enabled: false }
  - { id: extra, type: percent, value: '5', skus: [disk], precedence: 2, stacking: stack, enabled: false }
`,
  );
const of = (acme: string, beta: string) => bound({ acme: `api@1.0.0${acme}`, beta: `api@1.0.0${beta}` });

describe('a price and what a binding grants', () => {
  it('are counted for each customer by its own binding', () => {
    const base = { ...version('1.0.0', '0.1'), ...of('', '') };
    const head = { ...version('2.0.0', '0.12'), ...of('', ', grants: [promo]') };
    const found = change(base, head, USED);
    // acme: 110 then 130; beta has no calls, and 10 percent off 20.
    expect(only(found).movers.map(({ customer, revenue }) => `${customer} ${text(revenue)}`)).toEqual([
      'acme 110 -> 130 (20)',
      'beta 20 -> 18 (-2)',
    ]);
    expect(text(only(found).revenue)).toBe('130 -> 148 (18)');
    // What the binding does would be taken for the price's.
    expect(found.profiles[0]).toMatchObject({ byDifference: {}, interaction: null });
  });

  it('are told apart where the same is granted in another order', () => {
    const base = { ...version('1.0.0', '0.1'), ...of(', grants: [promo, extra]', '') };
    const head = { ...version('2.0.0', '0.12'), ...of(', grants: [extra, promo]', '') };
    const [impact] = change(base, head, USED).profiles;
    expect(
      Object.entries(impact?.byDifference ?? {}).map(([path, delta]) => `${path} ${delta.toFixed()}`),
    ).toEqual(['skus[calls].price.unit 20']);
    expect(impact?.interaction?.toFixed()).toBe('0');
  });
});

it('bills nobody who had a test profile before', () => {
  const trial = profile('trial', '1.0.0', `skus:\n${sku('disk', perUnit('9'))}`, {
    test: 'true',
    environment: 'staging',
  });
  const base = { ...OLD, ...trial, ...bound({ acme: 'api@1.0.0', beta: 'trial@1.0.0' }) };
  expect(text(only(change(base, { ...OLD, ...trial }, USED)).revenue)).toBe('110 -> 130 (20)');
});

it('shows ways of migration for a version that was a draft before, and none for one that was published', () => {
  const next = (lifecycle: string, unit: string) => ({
    ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit(unit))}`, { lifecycle }),
    ...of('', ''),
  });
  const earlier = OLD;
  const modes = (lifecycle: string) =>
    change(next(lifecycle, '0.2'), next('published', '0.3'), USED, { earlier }).profiles[0]?.migrations.map(
      ({ mode, customersMoved }) => `${mode} ${customersMoved}`,
    );
  expect(modes('draft')).toEqual(['newOnly 0', 'existingFrom 2', 'all 2']);
  expect(modes('published')).toEqual([]);
});

it('knows the margin where all usage has a cost, whatever a commitment charges and nobody uses', () => {
  const body = (calls: string) =>
    `skus:\n${sku('calls', perUnit(calls), "cost: { variable: '0.04' }")}${sku('base', "{ model: flat, amount: '10' }")}commitments:
  - { id: least, type: minSpend, amount: '200', period: month }
`;
  const [base, head] = [profile('api', '1.0.0', body('0.1')), profile('api', '2.0.0', body('0.12'))];
  const used = [{ customer: 'acme', key: 'calls', quantity: '1000' }];
  const found = change({ ...base, ...of('', '') }, { ...head, ...of('', '') }, used);
  // Two pay 200 each, 10 of it at a cost that nobody says, for no usage; the calls of one cost 40.
  expect(text(only(found).revenue)).toBe('400 -> 400 (0)');
  expect(text(only(found).margin)).toBe('360 -> 360 (0)');
  expect(only(found).costCoverage?.toFixed()).toBe('95');
});
