import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Aggregate, Price, Sku } from '../../model/billing/terms.ts';
import { rateParts, skuOf, tiers } from './test-support/build.ts';

const seats = (aggregate: Aggregate, more: Partial<Sku> = {}, unit = '10') =>
  skuOf(
    { model: 'perUnit', unit: decimal(unit) },
    { onChange: 'continue', meter: { aggregate, window: 'period', name: null }, ...more },
  );

describe('a level for the whole period', () => {
  it('is the most of all parts for max: what it rises costs more', () => {
    expect(rateParts([seats('max'), '5', 11], [seats('max'), '3', 21], [seats('max'), '7', 32])).toEqual([
      '50',
      '0',
      '20',
    ]);
  });

  it('is that of the last part with usage for last', () => {
    expect(rateParts([seats('last'), '5', 11], [seats('last'), '3', 21], [seats('last'), '0', 32])).toEqual([
      '0',
      '30',
      '0',
    ]);
  });

  it('is not known for unique, of which parts may have the same', () => {
    const [first, second] = rateParts([seats('unique'), '5', 16], [seats('unique'), '5', 32]);
    expect(first).toBe('50');
    expect(second).toContain('unique');
  });

  it('is taken by days as a whole, so that a level that stays costs what it costs for a whole period', () => {
    const more = { proration: 'days', freeQuantity: decimal('1'), minAmount: decimal('31') } as const;
    for (const onChange of ['restart', 'continue'] as const) {
      const sku = seats('max', { ...more, onChange }, '31');
      expect(rateParts([sku, '5', 11], [sku, '5', 32])).toEqual(['40', '84']);
      expect(rateParts([sku, '1', 11], [sku, '1', 32])).toEqual(['10', '21']);
    }
  });

  it('takes a flat price of a tier by days once', () => {
    const price: Price = { model: 'volume', tiers: tiers('10: 31 + 62', '*: 31'), zeroUsageFlat: false };
    const sku = seats('max', { price, proration: 'days' });
    expect(rateParts([sku, '5', 11])).toEqual(['70']);
    expect(rateParts([sku, '5', 11], [sku, '5', 32])).toEqual(['70', '147']);
  });

  it('that is not known matters only to prices that go by the quantity', () => {
    const flat = seats('unique', { price: { model: 'flat', amount: decimal('3') } });
    expect(rateParts([flat, '5', 16], [flat, '5', 32])).toEqual(['3', '0']);
  });

  it('adds up where windows are shorter than the period', () => {
    const daily = { meter: { aggregate: 'max', window: 'day', name: null } } as const;
    expect(rateParts([seats('max', daily), '5', 16], [seats('max', daily), '5', 32])).toEqual(['50', '50']);
  });
});
