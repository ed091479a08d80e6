import { expect, it } from 'vitest';

import { bound, change, only, perUnit, profile, sku } from './test-support/world.ts';

const api = (version: string, unit: string) =>
  profile('api', version, `skus:\n${sku('calls', perUnit(unit))}`);
const twice = bound({ acme: 'api@1.0.0', beta: 'api@1.0.0' });
const PATH = 'billing/bindings/prod.yaml';
const shared = {
  [PATH]: `${twice[PATH] ?? ''}  - { type: account, id: acme, profile: api@1.0.0, from: 2026-01-01T00:00:00Z }\n`,
};

it('names customers by id, and by id and type where two types share one', () => {
  const used = ['acme', 'beta'].map((customer) => ({ customer, key: 'calls', quantity: '100' }));
  const found = change({ ...api('1.0.0', '0.1'), ...shared }, { ...api('2.0.0', '0.2'), ...shared }, used);
  expect(only(found).movers.map(({ customer }) => customer)).toEqual(['acme (tenant)', 'beta']);
  expect(found.effects[0]?.largest.increase?.customer).toBe('acme (tenant)');
});

it('says whose customers they are', () => {
  expect(
    change({ ...api('1.0.0', '0.1'), ...twice }, { ...api('2.0.0', '0.2'), ...twice }, null).environment,
  ).toBe('prod');
});
