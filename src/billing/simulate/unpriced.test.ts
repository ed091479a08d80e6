import { expect, it } from 'vitest';

import {
  bindings,
  change,
  only,
  perUnit,
  profile,
  sku,
  skuTexts,
  text,
  type Files,
} from './test-support/world.ts';

const world = (version: string, ...skus: readonly string[]): Files => ({
  ...profile('api', version, `skus:\n${skus.join('')}`),
  ...bindings,
});
const calls = sku('calls', perUnit('0.1'));
const disk = sku('disk', perUnit('2'));
const used = [
  { customer: 'acme', key: 'calls', quantity: '1000', cost: '40' },
  { customer: 'acme', key: 'disk', quantity: '5', cost: '3' },
  { customer: 'beta', key: 'disk', quantity: '10', cost: '6' },
];
const SENTENCE = '2 rows that base bills have no price at head: disk.';

it('leaves the cost where a SKU is taken out of the profile, and says how many rows have no price', () => {
  const found = change(world('1.0.0', calls, disk), world('2.0.0', calls), used);
  expect(skuTexts(found)).toContain('api disk: 30 -> 0 (-30)');
  // 130 less 49, then 100 less 49.
  expect(text(only(found).margin)).toBe('81 -> 51 (-30)');
  expect(found.unknowns).toContain(SENTENCE);
});

it('knows the cost of what had no price before', () => {
  const found = change(world('1.0.0', calls), world('2.0.0', calls, disk), used);
  expect(text(only(found).margin)).toBe('51 -> 81 (30)');
  expect(found.unknowns).toEqual([]);
});

it('says so of usage in a unit that head does not bill', () => {
  const renamed = disk.replace('unit: call', 'unit: gigabyte');
  const found = change(world('1.0.0', calls, disk), world('2.0.0', calls, renamed), used);
  expect(found.unknowns).toContain(SENTENCE);
});

it('says nothing where another SKU takes the meter', () => {
  const named = (id: string) =>
    sku(id, perUnit('2')).replace('aggregate: sum', 'aggregate: sum, name: space');
  const rows = [{ customer: 'acme', key: 'space', quantity: '5', cost: '3' }];
  const found = change(world('1.0.0', calls, named('disk')), world('2.0.0', calls, named('drive')), rows);
  expect(text(only(found).margin)).toBe('7 -> 7 (0)');
  expect(found.unknowns).toEqual([]);
});

it('says so of rows that name an SKU which is gone, though its meter is billed under another', () => {
  const named = (id: string) =>
    sku(id, perUnit('2')).replace('aggregate: sum', 'aggregate: sum, name: space');
  const found = change(world('1.0.0', calls, named('disk')), world('2.0.0', calls, named('disk-b')), used);
  expect(found.unknowns).toContain(SENTENCE);
});
