import { expect, it } from 'vitest';

import { bound, change, openSides, perUnit, profile, sku } from '../../simulate/test-support/world.ts';
import { freedSkus } from './freed.ts';

const api = (version: string, price: string, free: string) => ({
  ...profile('api', version, `skus:\n${sku('calls', price, `freeQuantity: '${free}'`)}`),
  ...bound({ acme: 'api@1.0.0' }),
});

function freed(
  before: readonly [price: string, free: string],
  after: readonly [price: string, free: string],
) {
  const [base, head] = [api('1.0.0', ...before), api('2.0.0', ...after)];
  const simulation = change(base, head, [{ customer: 'acme', key: 'calls', quantity: '1000' }]);
  return freedSkus(simulation, openSides(base, head));
}

it('finds a free quantity that holds all of the usage, and where it stands', () => {
  const [found, ...others] = freed([perUnit('0.1'), '10'], [perUnit('0.1'), '1000']);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    subject: 'api',
    sku: 'calls',
    source: { file: 'billing/profiles/api.yaml' },
  });
  expect([found?.free.base.text, found?.free.head.text, found?.revenue.text]).toEqual([
    '10',
    '1000',
    '$99.00',
  ]);
});

it.each([
  ['that leaves something', [perUnit('0.1'), '10'], [perUnit('0.1'), '999']],
  ['that was so before', [perUnit('0.1'), '2000'], [perUnit('0.1'), '3000']],
  ['beside a price of 0 alone', [perUnit('0.1'), '10'], [perUnit('0'), '10']],
] as const)('finds none %s', (_, before, after) => {
  expect(freed(before, after)).toEqual([]);
});
