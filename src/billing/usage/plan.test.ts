import { describe, expect, test } from 'vitest';

import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { Metering } from '../../model/billing/usage.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { termsInForce } from '../timeline/timeline.ts';
import { planFor, type TermsOf } from './plan.ts';

const BINDINGS = `kind: BindingSet
schemaVersion: 1
id: prod
environment: prod
bindings:
  - { type: tenant, id: acme, profile: standard@1.0.0, from: 2026-01-15T00:00:00Z }
  - { type: tenant, id: bolt, profile: standard@1.0.0, from: 2026-01-15T00:00:00Z }
  - { type: tenant, id: twin, profile: standard@1.0.0, from: 2026-01-15T00:00:00Z }
  - { type: account, id: twin, profile: standard@1.0.0, from: 2026-01-15T00:00:00Z }
`;

const profile = (sku: string, cutoff = 'P3D') => `kind: BillingProfile
schemaVersion: 1
id: standard
version: 1.0.0
lifecycle: published
environment: prod
owner: { accountable: '@jane', finance: '@example/finance' }
effective: { from: 2026-01-01T00:00:00Z }
migration: { mode: newOnly }
currency: EUR
rounding: { mode: halfUp, level: line }
cadence: monthly
cutoff: ${cutoff}
timezone: UTC
skus:
  - ${sku}
discounts:
  - { id: spring, type: percent, value: '10', precedence: 1, stacking: stack, from: 2026-03-01T00:00:00Z, to: 2026-04-01T00:00:00Z }
`;
const API =
  "{ id: api, name: API, unit: request, meter: { aggregate: sum, name: calls }, price: { model: perUnit, unit: '1' } }";

function side(sku: string, cutoff?: string): TermsOf {
  const catalogue = openCatalogue(
    memoryTree({
      'billing/profiles/standard.yaml': profile(sku, cutoff),
      'billing/bindings/prod.yaml': BINDINGS,
    }),
  );
  expect(catalogue.diagnostics).toEqual([]);
  return (customer, type) => termsInForce(catalogue, 'prod', customer, type);
}

const meteringsOf = (found: ReturnType<ReturnType<typeof planFor>['meterings']>): readonly Metering[] =>
  typeof found === 'string' ? [] : found;

describe('the plan of usage', () => {
  test('meters a SKU by its id and by the name of its meter, and cuts where terms change', () => {
    const plan = planFor(side(API));
    const [metering, ...others] = meteringsOf(plan.meterings('acme', null, 'api'));
    expect(others).toEqual([]);
    expect(metering).toMatchObject({
      aggregate: 'sum',
      unit: 'request',
      currency: 'EUR',
      cutoff: 259_200_000,
    });
    expect(metering?.cuts.map((cut) => new Date(cut).toISOString().slice(0, 10))).toEqual([
      '2026-01-15',
      '2026-03-01',
      '2026-04-01',
    ]);
    expect(plan.meterings('acme', 'tenant', 'calls')).toEqual([metering]);
    expect(plan.meterings('bolt', null, 'api')).toBe(plan.meterings('acme', null, 'api'));
  });

  test('says why nobody bills a row', () => {
    const plan = planFor(side(API));
    expect(plan.meterings('ghost', null, 'api')).toBe('unknown-identity');
    expect(plan.meterings('acme', 'account', 'api')).toBe('unknown-identity');
    expect(plan.meterings('twin', null, 'api')).toBe('unknown-identity');
    expect(plan.meterings('twin', 'account', 'api')).toHaveLength(1);
    expect(plan.meterings('acme', null, 'constructor')).toBe('unknown-sku');
  });

  test('of two sides meters once what both meter alike, with the longer cutoff', () => {
    const found = meteringsOf(planFor(side(API), side(API, 'P5D')).meterings('acme', null, 'api'));
    expect(found.map(({ cutoff }) => cutoff)).toEqual([432_000_000]);
  });

  test('of two sides meters twice what they meter in different ways', () => {
    const other = API.replace('aggregate: sum', 'aggregate: max').replace('unit: request', 'unit: call');
    const found = meteringsOf(planFor(side(API), side(other)).meterings('acme', null, 'api'));
    expect(found.map(({ aggregate, unit }) => [aggregate, unit])).toEqual([
      ['sum', 'request'],
      ['max', 'call'],
    ]);
  });

  test('meters what a capacity price looks at, though no SKU is sold by it', () => {
    const sku =
      "{ id: plan, name: Plan, unit: month, meter: { aggregate: max }, price: { model: capacity, tiers: [{ limits: { seats: '5' }, price: '10' }, { limits: {}, price: '50' }] } }";
    const found = meteringsOf(planFor(side(sku)).meterings('acme', null, 'seats'));
    expect(found).toMatchObject([{ aggregate: 'max', unit: null }]);
  });
});
