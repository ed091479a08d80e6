import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Price, Sku } from '../../model/billing/terms.ts';
import { rateSku } from './rate-sku.ts';
import { capacityTier, day, events, JANUARY, partOf, rateParts } from './test-support/build.ts';
import { skuOf, stairs, terms, textOf, tiers, usage } from './test-support/build.ts';

const tiered = { tiers: tiers('10: 1 + 62', '*: 2 + 31'), zeroUsageFlat: true };
const byDays: Partial<Sku> = { proration: 'days' };

/** The first ten of 31 days. */
const firstDays = (price: Price, quantity: string, more: Partial<Sku> = {}) =>
  rateParts([skuOf(price, more), quantity, 11])[0];

describe('a part of a period', () => {
  it.each([
    [{ model: 'flat', amount: decimal('31') }, '0', '31', '10'],
    [{ model: 'graduated', ...tiered }, '12', '107', '44'],
    [{ model: 'graduated', ...tiered }, '0', '62', '20'],
    [{ model: 'volume', ...tiered }, '12', '55', '34'],
    [{ model: 'stairstep', tiers: stairs('10: 62', '*: 93'), zeroUsageFlat: false }, '5', '62', '20'],
    [{ model: 'capacity', tiers: [capacityTier('93', {})] }, '5', '93', '30'],
    [{ model: 'perUnit', unit: decimal('2') }, '12', '24', '24'],
    [{ model: 'package', size: decimal('5'), price: decimal('31') }, '12', '93', '93'],
  ] satisfies [Price, string, string, string][])(
    '%j: %s costs %s, or by days %s',
    (price, quantity, all, days) => {
      expect(firstDays(price, quantity)).toBe(all);
      expect(firstDays(price, quantity, byDays)).toBe(days);
    },
  );

  it('has the free quantity, the least and the most by days', () => {
    const price = { model: 'perUnit', unit: decimal('2') } as const;
    const bounds = { minAmount: decimal('31'), maxAmount: decimal('62') };
    expect(firstDays(price, '15', { ...byDays, freeQuantity: decimal('31') })).toBe('10');
    expect(firstDays(price, '15', { freeQuantity: decimal('31') })).toBe('0');
    expect(firstDays(price, '1', { ...byDays, ...bounds })).toBe('10');
    expect(firstDays(price, '50', { ...byDays, ...bounds })).toBe('20');
    expect(firstDays(price, '1', bounds)).toBe('31');
  });

  it('has free events and free amounts by days', () => {
    const free = { freeEvents: decimal('8'), freeAmount: decimal('620') };
    const price: Price = {
      ...{ model: 'percentage', rate: decimal('1'), fixed: decimal('0'), min: null, max: null },
      ...free,
    };
    // 2.58 events, 200.
    expect(rateParts([skuOf(price, byDays), events('10', '10', '100'), 11])).toEqual(['1']);
    expect(rateParts([skuOf(price, byDays), events('150', '100'), 11])).toEqual(['0.5']);
  });

  it('counts days by the time zone; a day in which a version begins is its own', () => {
    const sku = skuOf({ model: 'flat', amount: decimal('31') }, byDays);
    const noon = day(16) + 12 * 3_600_000;
    const split = (timezone: string, at: number) =>
      rateSku(
        [
          partOf(sku, usage('0'), { terms: { ...terms, timezone }, from: JANUARY.from, to: at }),
          partOf(sku, usage('0'), { terms: { ...terms, timezone }, from: at, to: JANUARY.to }),
        ],
        JANUARY,
      ).map(textOf);
    expect(split('UTC', noon)).toEqual(['15', '16']);
    expect(split('Pacific/Kiritimati', noon)).toEqual(['16', '15']);
  });

  it('is whole together with the other part, to the last digit', () => {
    const sku = skuOf({ model: 'flat', amount: decimal('10') }, byDays);
    const rated = rateParts([sku, '0', 12], [sku, '0', 25], [sku, '0', 32]).map((text) => decimal(text));
    expect(rated.reduce((total, amount) => total.plus(amount)).toFixed()).toBe('10');
    expect(rated[0]?.toFixed()).toBe('3.5483870967741935483870967741935484');
  });
});
