import { expect, it } from 'vitest';

import type { Json } from '../../lib/json.ts';
import { jsonNode } from '../resolve/json-node.ts';
import { valueText } from './value-text.ts';

const text = (value: Json) => valueText(jsonNode(value, 'a.yaml'));
const tiers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ unit: '0.00123456', upTo: String(index) }));

it('is a text as it is, cut where it is long', () => {
  expect(text('0.10')).toBe('0.10');
  expect(text('x'.repeat(200))).toBe('x'.repeat(200));
  expect(text('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
});

it('is all of an item, with sorted keys', () => {
  const sku = { price: { model: 'graduated', tiers: tiers(10) }, id: 'api', cost: { variable: '0.0003' } };
  const sorted = { cost: sku.cost, id: 'api', price: sku.price };
  expect(text(sku)).toBe(JSON.stringify(sorted));
});

it('keeps of a very long item what it comes to, as JSON', () => {
  const sku = {
    ...{ 'x-note': 'z'.repeat(900), description: 'y'.repeat(500), unit: 'call' },
    price: { model: 'graduated', tiers: tiers(100) },
  };
  const short = text(sku);
  expect(short.startsWith('{"price":{"model":"graduated","tiers":[{"unit":"0.00123456","upTo":"0"}')).toBe(
    true,
  );
  expect(short).toContain(',"… 88 more"]},"unit":"call","description":"yyy');
  expect(JSON.parse(short)).toMatchObject({ description: `${'y'.repeat(200)}…` });
});

it('is never longer than a table bears', () => {
  const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'value']));
  const short = text({ ...wide, price: { model: 'flat', amount: '5' } });
  expect(short.length).toBe(1001);
  expect(short.startsWith('{"price":{"amount":"5","model":"flat"},"x-0":')).toBe(true);
});
