import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Aggregate, MeterWindow } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { usageOf } from './rate-sku.ts';
import { day, JANUARY, skuOf } from './test-support/build.ts';

const cell = (key: string, quantity: string, more: Partial<UsageCell> = {}): UsageCell => ({
  ...{ customer: 'c', type: null, key, cadence: 'monthly', timezone: 'UTC', unit: null, currency: null },
  ...{ aggregate: 'sum', window: 'period', ...JANUARY, quantity: decimal(quantity) },
  ...{ rows: 1, events: decimal('1'), amount: null, amounts: null, cost: null },
  ...{ jurisdiction: null, tags: null },
  ...more,
});

const sku = (aggregate: Aggregate = 'sum', window: MeterWindow = 'period') =>
  skuOf({ model: 'flat', amount: decimal('1') }, { meter: { aggregate, window, name: 'calls' } });

describe('usage of a SKU', () => {
  it('is that of its id and of its meter, as it counts them', () => {
    const cells = [
      cell('api', '1'),
      cell('api', '100', { aggregate: 'max' }),
      cell('api', '100', { window: 'day' }),
      cell('calls', '2', { events: decimal('4') }),
      cell('other', '100'),
    ];
    const usage = usageOf(cells, sku(), 'monthly');
    expect([usage.quantity, usage.events].map((value) => value.toFixed())).toEqual(['3', '5']);
    expect(usage.amount).toBeNull();
  });

  it('is 0 without any', () => {
    const usage = usageOf([], sku(), 'monthly');
    expect([usage.quantity.toFixed(), usage.events.toFixed()]).toEqual(['0', '0']);
  });

  it('has the amounts of all events in their order, or none', () => {
    const amounts = (...texts: string[]): Partial<UsageCell> => ({
      amount: texts.map((text) => decimal(text)).reduce((total, one) => total.plus(one)),
      amounts: texts.map((text) => ({ amount: decimal(text), count: decimal('1') })),
    });
    const cells = [cell('api', '2', amounts('5', '3')), cell('api', '1', amounts('4'))];
    const usage = usageOf(cells, sku(), 'monthly');
    expect(usage.amount?.toFixed()).toBe('12');
    expect(usage.amounts?.map(({ amount }) => amount.toFixed())).toEqual(['5', '3', '4']);
    const mixed = usageOf([...cells, cell('calls', '1')], sku(), 'monthly');
    expect([mixed.amount, mixed.amounts]).toEqual([null, null]);
  });

  const both = (aggregate: Aggregate, window: MeterWindow) => [
    cell('api', '5', { aggregate, window, to: day(16) }),
    cell('api', '3', { aggregate, window, from: day(16) }),
  ];

  it.each([
    ['sum', 'period', 'monthly', '8'],
    ['max', 'period', 'monthly', '5'],
    ['last', 'period', 'monthly', '3'],
    ['max', 'month', 'monthly', '5'],
    ['max', 'month', 'quarterly', '8'],
    ['last', 'day', 'monthly', '8'],
    ['last', 'day', 'daily', '3'],
    ['unique', 'hour', 'daily', '8'],
  ] as const)('joins parts in time: %s of each %s, %s', (aggregate, window, cadence, expected) => {
    const usage = usageOf(both(aggregate, window), sku(aggregate, window), cadence);
    expect(usage.quantity.toFixed()).toBe(expected);
    expect(usage.unknown).toBeUndefined();
  });

  it('cannot say what is unique in two parts', () => {
    expect(usageOf(both('unique', 'period'), sku('unique'), 'monthly').unknown).toContain('unique');
  });

  it('adds up the levels of two meters', () => {
    const cells = [cell('api', '5', { aggregate: 'max' }), cell('calls', '3', { aggregate: 'max' })];
    expect(usageOf(cells, sku('max'), 'monthly').quantity.toFixed()).toBe('8');
  });
});
