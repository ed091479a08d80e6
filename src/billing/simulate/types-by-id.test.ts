import { expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { CellIndex } from './cell-index.ts';
import { comparedCustomers } from './customers.ts';
import { simulationPlan } from './plan.ts';
import { bound, NOW, OLD, openSides } from './test-support/world.ts';
import { typesById } from './types-by-id.ts';

const PATH = 'billing/bindings/prod.yaml';
const of = (...types: readonly string[]) => {
  const lines = types.map(
    (type) => `  - { type: ${type}, id: acme, profile: api@1.0.0, from: 2026-01-01T00:00:00Z }\n`,
  );
  return { ...OLD, [PATH]: (bound({})[PATH] ?? '') + lines.join('') };
};

it.each([
  ['the only one', ['tenant'], ['tenant'], 'tenant'],
  ['that of the base', ['tenant'], ['tenant', 'account'], 'tenant'],
  ['that of the base, though it is gone', ['tenant'], ['account'], 'tenant'],
  ['the only one that is new', ['project'], ['account', 'project'], 'project'],
  ['unknown where the base has two', ['tenant', 'account'], ['tenant'], null],
])('takes usage without a type for %s', (_, before, after, expected) => {
  const { base, head } = openSides(of(...before), of(...after));
  expect(typesById(comparedCustomers(base, head, 'prod', NOW)).get('acme')).toBe(expected);
  const metered = simulationPlan(base, head, 'prod', NOW).meterings('acme', null, 'calls');
  expect(metered === 'unknown-identity').toBe(expected === null);
});

it('is unknown of an id that is new with two types', () => {
  const { base, head } = openSides(OLD, of('tenant', 'account'));
  const { base: none } = openSides(of(), OLD);
  expect(typesById(comparedCustomers(none, head, 'prod', NOW)).get('acme')).toBeNull();
  expect(typesById(comparedCustomers(base, head, 'prod', NOW)).get('acme')).toBe('tenant');
});

it('gives nobody else usage that says no type', () => {
  const cell: UsageCell = {
    ...{ customer: 'acme', type: null, key: 'calls', aggregate: 'sum', window: 'period', unit: 'call' },
    ...{ cadence: 'monthly', timezone: 'UTC', currency: 'USD', quantity: decimal('1'), rows: 1 },
    ...{ from: 0, to: 1, events: decimal('1'), amount: null, amounts: null, cost: null },
    ...{ jurisdiction: null, tags: null },
  };
  const index = new CellIndex([cell], new Map([['acme', 'tenant']]));
  const has = (type: 'tenant' | 'account') => index.has({ customer: 'acme', type });
  expect([has('tenant'), has('account')]).toEqual([true, false]);
  const own = new CellIndex([{ ...cell, type: 'account' }], new Map([['acme', 'tenant']]));
  expect(own.of({ customer: 'acme', type: 'account' })).toHaveLength(1);
});
