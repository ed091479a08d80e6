import { expect, it } from 'vitest';

import { decimal } from '../../../lib/decimal.ts';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import { change, bindings, perUnit, profile, sku, USED, OLD } from '../../simulate/test-support/world.ts';
import { sharedPools } from './pools.ts';
import { revenueTotals } from './totals.ts';

const rule = 'allocation:\n  - { id: shared, pool: network, method: even }\n';
const world = (unit: string, rest = '') => ({
  ...profile('api', '2.0.0', `skus:\n${sku('calls', perUnit(unit))}${rest}`),
  ...bindings,
});

it('has the place of the profile that loses most for a loss of all revenue', () => {
  const head = world('0.01');
  const { documents } = openCatalogue(memoryTree(head));
  const place = (touched: typeof documents) => revenueTotals(change(OLD, head, USED), touched)[0]?.source;
  expect(place(documents)).toMatchObject({
    file: 'billing/profiles/api.yaml',
    start: { line: 4, column: 10 },
  });
  expect(place([])).toBeNull();
});

it('has the place where the rule of a pool was', () => {
  const usage = { pools: { network: decimal('10') } };
  const pool = (base: object, head: object) => {
    const [before, after] = [base, head].map((files) => openCatalogue(memoryTree({ ...files })));
    return before && after && sharedPools(usage, before, after)[0];
  };
  expect(pool(world('1', rule), world('1', rule))).toMatchObject({
    allocated: { base: true, head: true },
    source: { file: 'billing/profiles/api.yaml', start: { line: 18 } },
  });
  expect(pool(world('1', rule), world('1'))).toMatchObject({
    allocated: { base: true, head: false },
    source: { file: 'billing/profiles/api.yaml', start: { line: 3, column: 5 } },
  });
  expect(pool(world('1'), world('1'))?.source).toBeNull();
});
