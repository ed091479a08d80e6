import { expect, it } from 'vitest';

import { openCatalogue } from '../resolve/catalogue.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { decimal } from '../../lib/decimal.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { cellsFor } from './cell-index.ts';
import { Frames } from './frames.ts';
import { perUnit, profile, sku } from './test-support/world.ts';

const cell = (more: Partial<UsageCell>, month = 5): UsageCell => ({
  ...{ customer: 'acme', type: 'tenant', key: 'calls', aggregate: 'sum', window: 'period', unit: 'call' },
  ...{ cadence: 'monthly', timezone: 'UTC', currency: 'USD', quantity: decimal('1'), rows: 1 },
  ...{ from: Date.UTC(2026, month - 1), to: Date.UTC(2026, month), events: decimal('1') },
  ...{ amount: null, amounts: null, cost: null, jurisdiction: null, tags: null, ...more },
});

it('takes the cells of one cadence, zone and currency, and those that have no currency', () => {
  const [found] = openCatalogue(
    memoryTree(profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('1'))}`)),
  ).profiles;
  if (found === undefined) throw new Error('not resolved');
  const [own, plain] = [cell({}), cell({ currency: null })];
  const others = [cell({ currency: 'EUR' }), cell({ timezone: 'Europe/Berlin' }), cell({ cadence: 'daily' })];
  expect(cellsFor([own, ...others, plain], found.terms)).toEqual([own, plain]);
});

it('compares the last periods where many customers have a bill in each', () => {
  const cells = [1, 2, 3, 4].map((month) => cell({}, month));
  const origin = { files: [], source: null, completeThrough: null, sampled: null, from: null, to: null };
  const counts = { rows: 4, accepted: 4, deduplicated: 0, pooled: 0, rejected: {} };
  const usage = { cells, counts, rejectedRows: [], origin, pools: {}, reader: 'built-in' as const };
  const begins = (customers: number) =>
    new Frames(usage, customers)
      .periods({ cadence: 'monthly', timezone: 'UTC' })
      .map(({ from }) => new Date(from).getUTCMonth() + 1);
  expect(begins(1)).toEqual([1, 2, 3, 4]);
  // A million bills at most.
  expect(begins(500_000)).toEqual([3, 4]);
  expect(begins(2_000_000)).toEqual([4]);
});
