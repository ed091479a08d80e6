import { expect, it } from 'vitest';

import { bound, change, only, perUnit, profile, sku, text } from './test-support/world.ts';

const PATH = 'billing/bindings/prod.yaml';
const profiles = {
  ...profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('0.1'))}`),
  ...profile('gold', '1.0.0', `skus:\n${sku('calls', perUnit('0.3'))}`),
};
const bindings = (...of: readonly string[]) => {
  const lines = of.map((rest) => `  - { type: tenant, id: acme, ${rest} }\n`).join('');
  return { ...profiles, [PATH]: `${bound({})[PATH] ?? ''}${lines}` };
};
const used = [{ customer: 'acme', key: 'calls', quantity: '1000' }];
const base = bindings('profile: api@1.0.0, from: 2026-01-01T00:00:00Z');

it('says when terms differ before what is compared', () => {
  const head = bindings(
    'profile: api@1.0.0, from: 2026-01-01T00:00:00Z, to: 2026-08-01T00:00:00Z',
    'profile: gold@1.0.0, from: 2026-08-01T00:00:00Z, to: 2026-10-01T00:00:00Z',
    'profile: api@1.0.0, from: 2026-10-01T00:00:00Z, tags: { tier: one }',
  );
  const found = change(base, head, used);
  expect(text(only(found).revenue)).toBe('100 -> 100 (0)');
  const [from, to] = ['2026-08-01T00:00:00Z', '2026-10-01T00:00:00Z'];
  expect(found.uncompared).toEqual([{ from, to, customers: 1, profiles: ['gold'] }]);
  expect(found.unknowns).toContain(
    `Before what is compared, from ${from} to ${to}, the terms of 1 customer differ too, in another way: that is in no sum, but held against limits.`,
  );
});

it('says nothing where what is compared holds from the first difference on', () => {
  const head = bindings(
    'profile: api@1.0.0, from: 2026-01-01T00:00:00Z, to: 2026-08-01T00:00:00Z',
    'profile: gold@1.0.0, from: 2026-08-01T00:00:00Z, to: 2026-10-01T00:00:00Z',
    'profile: gold@1.0.0, from: 2026-10-01T00:00:00Z',
  );
  const found = change(base, head, used);
  expect(text(only(found).revenue)).toBe('100 -> 300 (200)');
  expect(found.uncompared).toEqual([]);
});
