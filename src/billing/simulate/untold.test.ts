import { describe, expect, it } from 'vitest';

import { bound, change, OLD, only, perUnit, profile, sku, text, USED } from './test-support/world.ts';

const SKUS = `skus:\n${sku('calls', perUnit('0.1'))}${sku('disk', perUnit('2'))}`;

describe('a commitment whose period the usage does not cover', () => {
  const head = (fields: string) => ({
    ...OLD,
    ...profile(
      'api',
      '2.0.0',
      `${SKUS}commitments:\n  - { id: least, type: minSpend, amount: '9000', ${fields} }\n`,
    ),
  });
  const months = (...of: number[]) => of.flatMap((month) => USED.map((row) => ({ ...row, month })));

  it.each([
    ['period: quarter', [5], 'a whole quarter'],
    ['period: quarter', [4, 6], 'a whole quarter'],
    ['period: year', [4, 5, 6], 'a whole year'],
    ['period: term', [4, 5, 6], 'the whole term'],
    ['period: quarter, trueUp: term', [4, 5, 6], 'the whole term'],
  ])('is not known: %s by the months %s', (fields, of, time) => {
    const found = change(OLD, head(fields), months(...of));
    expect(found.unknowns).toContain(
      `Commitment least of api is for ${time}, which the usage does not cover: what it comes to is not known.`,
    );
    expect(found.profiles[0]).toMatchObject({ byDifference: {}, interaction: null });
  });

  it.each([
    ['period: quarter', [4, 5, 6]],
    ['period: month', [4, 6]],
  ])('is known otherwise: %s by the months %s', (fields, of) => {
    const found = change(OLD, head(fields), months(...of));
    expect(found.unknowns.join()).not.toContain('Commitment');
    expect(Object.keys(found.profiles[0]?.byDifference ?? {})).toEqual(['commitments[least]']);
  });
});

it('shows no part of what a change makes where it cannot be told apart for some customers', () => {
  const head = {
    ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.12'))}${sku('disk', perUnit('2'))}`),
    ...bound({ acme: 'api@1.0.0, tags: { tier: gold }', beta: 'api@1.0.0' }),
  };
  const found = change(OLD, head, [...USED, { customer: 'beta', key: 'calls', quantity: '500' }]);
  expect(text(only(found).revenue)).toBe('180 -> 210 (30)');
  expect(found.profiles[0]).toMatchObject({ byDifference: {}, interaction: null });
});

it('holds the billing periods in which somebody has usage', () => {
  const flat = (amount: string) => `skus:\n${sku('base', `{ model: flat, amount: '${amount}' }`)}`;
  const used = [-19, 5].map((month) => ({ customer: 'acme', key: 'base', quantity: '1', month }));
  const bindings = bound({ acme: 'api@1.0.0', beta: 'api@1.0.0' });
  const [base, head] = [profile('api', '1.0.0', flat('10')), profile('api', '2.0.0', flat('12'))];
  const found = change({ ...base, ...bindings }, { ...head, ...bindings }, used);
  // Two customers in two months.
  expect(text(only(found).revenue)).toBe('40 -> 48 (8)');
  expect(found.usage?.periods).toEqual([
    {
      ...{ cadence: 'monthly', timezone: 'UTC', count: 2 },
      ...{ from: '2024-05-01T00:00:00Z', to: '2026-06-01T00:00:00Z' },
    },
  ]);
});
