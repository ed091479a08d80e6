import { expect, it } from 'vitest';
import { valueText } from './value-text.ts';

it.each([
  ['0.42', '0.42'],
  ['{"unit":"0.28","upTo":"8000"}', 'unit 0.28, upTo 8000'],
  [
    '{"id":"spring","percent":"5","skus":["storage","api"],"type":"percent"}',
    'type percent, percent 5, skus [storage, api]',
  ],
  ['{"price":{"tiers":[{"upTo":"1"}]}}', 'price (tiers [(upTo 1)])'],
  ['["a","b"]', 'a, b'],
  ['{not json', '{not json'],
  ['x'.repeat(81), `${'x'.repeat(79)}…`],
  ['x'.repeat(80), 'x'.repeat(80)],
])('%s', (value, expected) => {
  expect(valueText(value)).toBe(expected);
});
