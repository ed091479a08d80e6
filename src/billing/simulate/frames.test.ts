import { expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { bindings, change, only, perUnit, profile, sku, text } from './test-support/world.ts';
import { Frames } from './frames.ts';

const cell = (cadence: 'daily' | 'monthly', from: number, to: number): UsageCell => ({
  ...{ customer: 'acme', type: 'tenant', key: 'calls', aggregate: 'sum', window: 'period', unit: 'call' },
  ...{ cadence, timezone: 'UTC', currency: 'USD', quantity: decimal('1'), rows: 1, from, to },
  ...{ events: decimal('1'), amount: null, amounts: null, cost: null, jurisdiction: null, tags: null },
});
const day = (date: number, month = 5) => Date.UTC(2026, month - 1, date);
const instant = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
const usage = (
  cells: UsageCell[],
  from: number,
  to: number,
  completeThrough: string | null = null,
): UsageAggregate => ({
  ...{ cells, rejectedRows: [], pools: {}, reader: 'built-in' },
  counts: { rows: 1, accepted: 1, deduplicated: 0, pooled: 0, rejected: {} },
  origin: {
    ...{ files: [], source: null, completeThrough, sampled: null },
    ...{ from: instant(from), to: instant(to) },
  },
});
const periods = (found: UsageAggregate) => {
  const frames = new Frames(found, 1);
  const all = frames.periods({ cadence: 'daily', timezone: 'UTC' }).map(({ from }) => from);
  return { count: all.length, first: all[0], last: all.at(-1), leftOut: frames.leftOut };
};

it('has all periods of the time that other terms have usage of', () => {
  const cells = [cell('daily', day(1), day(2)), cell('monthly', day(1), day(1, 6))];
  const found = periods(usage(cells, day(1), day(1, 6)));
  expect(found).toEqual({ count: 31, first: day(1), last: day(31), leftOut: [] });
});

it('has those in which nobody uses anything where the usage is complete', () => {
  const cells = [cell('daily', day(1), day(2)), cell('daily', day(10), day(11))];
  expect(periods(usage(cells, day(1), day(11))).count).toBe(2);
  expect(periods(usage(cells, day(1), day(11), instant(day(11)))).count).toBe(10);
  // Nothing is known of what comes after the last usage.
  expect(periods(usage(cells, day(1), day(11), '9999-01-01T00:00:00Z')).count).toBe(10);
});

it('has the last ones where the first usage is centuries old', () => {
  const long = Date.parse('0990-01-01T00:00:00Z');
  const cells = [cell('daily', long, long + 86_400_000), cell('daily', day(10), day(11))];
  const found = periods(usage(cells, long, day(11), instant(day(11))));
  expect([found.count, found.last]).toEqual([400, day(10)]);
});

it('has the flat prices of all days where they are due on each', () => {
  const world = (version: string, cadence: string) => ({
    ...profile('api', version, `skus:\n${sku('base', "{ model: flat, amount: '49' }")}${CALLS}`, { cadence }),
    ...bindings,
  });
  const used = [{ customer: 'acme', key: 'calls', quantity: '10' }];
  const found = change(world('1.0.0', 'monthly'), world('2.0.0', 'daily'), used);
  // Two customers in a month of 31 days.
  expect(text(only(found).revenue)).toBe('99 -> 3039 (2940)');
});

const CALLS = sku('calls', perUnit('0.1'));
