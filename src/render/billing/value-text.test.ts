import { expect, it } from 'vitest';
import { valueText } from './value-text.ts';

it.each([
  ['0.42', '0.42'],
  ['{"unit":"0.28","upTo":"8000"}', 'unit 0.28, upTo 8000'],
  [
    '{"id":"spring","precedence":10,"skus":["storage","api"],"to":"2027-01-01T00:00:00Z","type":"percent","value":"5"}',
    'percent 5, skus [storage, api], to 2027-01-01T00:00:00Z, precedence 10',
  ],
  [
    '{"amount":"3000","id":"least","overage":{"type":"factor","value":"1.1"},"period":"month","type":"minSpend"}',
    'minSpend 3000, overage (factor 1.1), period month',
  ],
  [
    '{"cost":{"variable":"0.0003"},"freeQuantity":"10000","id":"api","meter":{"aggregate":"sum"},"name":"API","price":{"model":"graduated","tiers":[{"unit":"0.0017","upTo":"10000"},{"unit":"0.0015","upTo":null}]},"unit":"call"}',
    'graduated: to 10,000 0.0017, above 0.0015, freeQuantity 10000, unit call, cost (variable 0.0003), meter (aggregate sum)',
  ],
  [
    '{"price":{"model":"graduated","tiers":[{"unit":"0.1","upTo":"1"},"… 88 more"]}}',
    'graduated: to 1 0.1, … 88 more',
  ],
  [
    '{"category":"standard","from":"2027-01-01T00:00:00Z","rate":"16"}',
    'rate 16, from 2027-01-01T00:00:00Z, category standard',
  ],
  ['["a","b"]', 'a, b'],
  ['{not json', '{not json'],
  [`{"a":"${'x'.repeat(200)}"}`, `a ${'x'.repeat(158)} …`],
  [
    JSON.stringify({
      model: 'volume',
      tiers: Array.from({ length: 20 }, () => ({ upTo: '9000', unit: '0.0123' })),
    }),
    `volume: ${'to 9,000 0.0123, '.repeat(8)}to 9,000 …`,
  ],
  ['x'.repeat(81), `${'x'.repeat(79)}…`],
  ['x'.repeat(80), 'x'.repeat(80)],
])('%s', (value, expected) => {
  expect(valueText(value)).toBe(expected);
});
