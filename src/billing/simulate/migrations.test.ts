import { expect, it } from 'vitest';

import { bound, change, only, perUnit, profile, sku, text } from './test-support/world.ts';

const used = ['acme', 'beta'].map((customer) => ({ customer, key: 'calls', quantity: '1000' }));
const version = (number: string, unit: string, beta: string) => ({
  ...profile('api', number, `skus:\n${sku('calls', perUnit(unit))}`),
  ...bound({ acme: 'api@1.0.0', beta: `api@1.0.0${beta}` }),
});
const ENDED = ', to: 2026-07-01T00:00:00Z';

it.each([
  // The new version begins in August; 1,000 calls at 0.02 more.
  ['ends before on both sides', ENDED, ENDED, 1, '20', '200 -> 220 (20)'],
  ['comes to end before', '', ENDED, 1, '20', '200 -> 120 (-80)'],
  ['ends later', ', to: 2026-09-01T00:00:00Z', ', to: 2026-09-01T00:00:00Z', 2, '40', '200 -> 240 (40)'],
])('moves nobody whose binding %s', (_, before, after, moved, delta, total) => {
  const found = change(version('1.0.0', '0.1', before), version('2.0.0', '0.12', after), used);
  const all = found.profiles[0]?.migrations.find(({ declared }) => declared);
  expect([all?.customersMoved, String(all?.delta)]).toEqual([moved, delta]);
  expect(text(only(found).revenue)).toBe(total);
});

it('says what each cohort of a rollout does together with those before it', () => {
  const names = ['t-1', 't-2', 't-3', 't-4', 't-5'];
  const rows = names.map((customer) => ({ customer, key: 'calls', quantity: '1000' }));
  const bindings = bound(Object.fromEntries(names.map((name) => [name, 'api@1.0.0'])));
  const rollout =
    '{ cohorts: [{ percent: "50", from: 2026-07-01T00:00:00Z }, { percent: "100", from: 2027-02-01T00:00:00Z }] }';
  const skus = (unit: string) => `skus:\n${sku('calls', perUnit(unit))}`;
  const found = change(
    { ...profile('api', '1.0.0', skus('0.1')), ...bindings },
    { ...profile('api', '2.0.0', skus('0.12'), { rollout }), ...bindings },
    rows,
  );
  const [none, , all] = found.profiles[0]?.migrations ?? [];
  expect(none?.stages).toEqual([]);
  expect([all?.declared, all?.customersMoved, String(all?.delta)]).toEqual([true, 5, '100']);
  const stages = all?.stages.map(({ percent, from, customersMoved, delta }) => {
    return `${percent} ${from} ${customersMoved} ${delta?.toFixed() ?? '?'}`;
  });
  // No cohort moves before the version begins. Who is among the first is by the hash of its id.
  expect(stages).toEqual(['50 2026-08-01T00:00:00Z 2 40', '100 2027-02-01T00:00:00Z 5 100']);
});
