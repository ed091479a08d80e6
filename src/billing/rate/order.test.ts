import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Convert, Sku } from '../../model/billing/terms.ts';
import { rateSku } from './rate-sku.ts';
import { JANUARY, partOf, rate, skuOf, tiers, usage } from './test-support/build.ts';

const perUnit = { model: 'perUnit', unit: decimal('2') } as const;
const convert = (op: Convert['op'], factor: string, round: Convert['round']) => ({
  convert: { op, factor: decimal(factor), round },
});

describe('conversion', () => {
  it.each([
    ['divide', '1000', 'none', '2500', '5'],
    ['divide', '1000', 'up', '2001', '6'],
    ['divide', '1000', 'up', '2000', '4'],
    ['divide', '1000', 'up', '0', '0'],
    ['divide', '1000', 'down', '2999.9', '4'],
    ['divide', '1000', 'halfUp', '2499.999', '4'],
    ['divide', '1000', 'halfUp', '2500', '6'],
    ['multiply', '1.5', 'none', '3', '9'],
    ['multiply', '1.5', 'up', '3', '10'],
    ['multiply', '1.5', 'down', '3', '8'],
    ['multiply', '0.5', 'halfUp', '3', '4'],
    ['divide', '3', 'none', '1', '0.6666666666666666666666666666666667'],
    ['divide', '30', 'none', '1.5', '0.1'],
    // A little above 1, and a little below a half.
    ['divide', '999999999999999999.999999999999999998', 'up', '999999999999999999.999999999999999999', '4'],
    [
      'divide',
      '999999999999999999.999999999999999999',
      'halfUp',
      '499999999999999999.999999999999999999',
      '0',
    ],
  ] as const)('%s by %s, rounded %s: %s costs %s at 2', (op, factor, round, quantity, amount) => {
    expect(rate(skuOf(perUnit, convert(op, factor, round)), quantity)).toBe(amount);
  });
});

describe('the order of calculation', () => {
  it.each([
    // 2,500 / 1,000 up = 3; 3 - 1 free = 2; 2 x 2 = 4.
    [{ ...convert('divide', '1000', 'up'), freeQuantity: decimal('1') }, '2500', '4'],
    [{ freeQuantity: decimal('10') }, '9.5', '0'],
    [{ freeQuantity: decimal('10') }, '10', '0'],
    [{ freeQuantity: decimal('10') }, '10.5', '1'],
    [{ freeQuantity: decimal('10'), minAmount: decimal('3') }, '11', '3'],
    [{ freeQuantity: decimal('10'), minAmount: decimal('3') }, '0', '3'],
    [{ minAmount: decimal('3'), maxAmount: decimal('7') }, '1.5', '3'],
    [{ minAmount: decimal('3'), maxAmount: decimal('7') }, '3', '6'],
    [{ minAmount: decimal('3'), maxAmount: decimal('7') }, '3.5', '7'],
    [{ minAmount: decimal('3'), maxAmount: decimal('7') }, '1000', '7'],
    [{ maxAmount: decimal('0') }, '5', '0'],
  ] satisfies [Partial<Sku>, string, string][])('%j: %s costs %s', (more, quantity, amount) => {
    expect(rate(skuOf(perUnit, more), quantity)).toBe(amount);
  });

  it('takes the free quantity from the first tiers', () => {
    const price = { model: 'graduated', tiers: tiers('10: 5', '*: 1'), zeroUsageFlat: false } as const;
    expect(rate(skuOf(price, { freeQuantity: decimal('8') }), '20')).toBe('52');
  });

  it('adds what discounts make free to the free quantity, and tells what is billable', () => {
    const sku = skuOf(perUnit, { freeQuantity: decimal('10') });
    const part = partOf(sku, usage('25'), { freeQuantity: decimal('4') });
    const [rated] = rateSku([part], JANUARY);
    expect([rated?.quantity, rated?.billable, rated?.amount].map((value) => value?.toFixed())).toEqual([
      '25',
      '11',
      '22',
    ]);
  });

  it('never bills a quantity below zero', () => {
    expect(rate(skuOf(perUnit), '-5')).toBe('0');
  });
});
