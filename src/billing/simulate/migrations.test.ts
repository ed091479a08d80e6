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
