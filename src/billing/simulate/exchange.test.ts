import { expect, it } from 'vitest';

import { readUsageContents } from '../usage/read-usage.ts';
import { simulate, simulationPlan } from './simulate.ts';
import { bindings, NOW, only, openSides, profile, sku, text, type Files } from './test-support/world.ts';

const fees = `skus:\n${sku('fees', "{ model: percentage, rate: '10', fixed: '0' }")}`;
const table = (id: string, rate: string): Files => ({
  [`billing/fx/${id}.yaml`]: `kind: FxTable\nschemaVersion: 1\nid: ${id}\nversion: 1.0.0\nrates:\n  - { from: EUR, to: USD, date: '2026-01-01', rate: '${rate}', source: ECB }\n`,
});
const world = (version: string, fx: string): Files => ({
  ...profile('api', version, `${fx}${fees}`),
  ...bindings,
  ...table('ecb', '1.1'),
  ...table('other', '11'),
});
const USAGE = `ChargePeriodStart,ChargePeriodEnd,SubAccountId,SkuId,ConsumedQuantity,ConsumedUnit,x_EventAmount,BillingCurrency
2026-05-02T00:00:00Z,2026-05-02T01:00:00Z,acme,fees,1,call,100,EUR
2026-05-03T00:00:00Z,2026-05-03T01:00:00Z,acme,fees,1,call,100,USD
`;

it.each([
  ['another table', 'fx: ecb\n', 'fx: other\n', '21 -> 120 (99)'],
  ['none any more', 'fx: ecb\n', '', '21 -> 10 (-11)'],
  ['one where there was none', '', 'fx: ecb\n', '10 -> 21 (11)'],
  ['the same', 'fx: ecb\n', 'fx: ecb\n', '21 -> 21 (0)'],
])('converts by the table of each side where the head names %s', async (_, before, after, expected) => {
  const { base, head } = openSides(world('1.0.0', before), world('2.0.0', after));
  expect([...base.diagnostics, ...head.diagnostics]).toEqual([]);
  const plan = simulationPlan(base, head, 'prod', NOW);
  const usage = await readUsageContents([{ name: 'usage.csv', bytes: Buffer.from(USAGE) }], plan);
  const sides = { base, head, environment: 'prod', changes: [], now: NOW } as const;
  const found = simulate({ ...sides, usage, nameOf: (customer) => customer });
  expect(text(only(found).revenue)).toBe(expected);
});

it('converts both sides by the rates of the head where the table of both changes', async () => {
  const later = { ...world('2.0.0', 'fx: ecb\n'), ...table('ecb', '2') };
  const { base, head } = openSides(world('1.0.0', 'fx: ecb\n'), later);
  const usage = await readUsageContents(
    [{ name: 'usage.csv', bytes: Buffer.from(USAGE) }],
    simulationPlan(base, head, 'prod', NOW),
  );
  const sides = { base, head, environment: 'prod', changes: [], now: NOW } as const;
  const found = simulate({ ...sides, usage, nameOf: (customer) => customer });
  expect(text(only(found).revenue)).toBe('30 -> 30 (0)');
});
