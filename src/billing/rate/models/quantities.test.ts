import { describe, expect, it } from 'vitest';
import { decimal } from '../../../lib/decimal.ts';
import { capacityTier, rate, skuOf, usage } from '../test-support/build.ts';

const HUGE = '999999999999999999';

describe('flat and perUnit', () => {
  it.each(['0', '1', HUGE])('a flat amount does not go by the quantity %s', (quantity) => {
    expect(rate(skuOf({ model: 'flat', amount: decimal('49.9') }), quantity)).toBe('49.9');
  });

  it.each([
    ['0', '0'],
    ['1', '0.0000012'],
    ['3.5', '0.0000042'],
    [HUGE, '1199999999999.9999988'],
    ['999999999999999999.999999999999999999', '1199999999999.9999999999999999999999988'],
  ])('%s units cost %s', (quantity, amount) => {
    expect(rate(skuOf({ model: 'perUnit', unit: decimal('0.0000012') }), quantity)).toBe(amount);
  });
});

describe('package', () => {
  it.each([
    ['0', '100', '0'],
    ['0.000000000000000001', '100', '5'],
    ['99.9', '100', '5'],
    ['100', '100', '5'],
    ['100.000000000000000001', '100', '10'],
    ['0.9', '0.3', '15'],
    ['0.900000000000000001', '0.3', '20'],
    [HUGE, '1000000000000000000', '5'],
    [HUGE, '0.000000000000000001', '4999999999999999995000000000000000000'],
    ['1', '3', '5'],
  ])('%s in packages of %s cost %s', (quantity, size, amount) => {
    const price = { model: 'package', size: decimal(size), price: decimal('5') } as const;
    expect(rate(skuOf(price), quantity)).toBe(amount);
  });
});

it('begins a package with what is beyond the 40th digit of the quotient', () => {
  const price = { model: 'package', size: decimal('100000000'), price: decimal('5') } as const;
  const convert = { op: 'multiply', factor: decimal('0.000000000000000001'), round: 'none' } as const;
  expect(rate(skuOf(price, { convert }), '100000000000000000000000000')).toBe('5');
  expect(rate(skuOf(price, { convert }), '100000000000000000000000000.000000000000000001')).toBe('10');
});

describe('capacity', () => {
  const sku = skuOf({
    model: 'capacity',
    tiers: [
      capacityTier('10', { api: '100', seats: '5' }),
      capacityTier('50', { api: '1000', seats: '20' }),
      capacityTier('200', {}),
    ],
  });

  it.each([
    ['0', '0', '10'],
    ['100', '5', '10'],
    ['100.1', '5', '50'],
    ['1', '5.1', '50'],
    ['1000', '20', '50'],
    ['1001', '1', '200'],
    ['1', '21', '200'],
  ])('%s requests and %s seats cost %s', (quantity, seats, amount) => {
    expect(rate(sku, usage(quantity, { limits: { seats: decimal(seats) } }))).toBe(amount);
  });

  it('is not known when a limit is not, unless it decides nothing', () => {
    expect(rate(sku, '50')).toContain('the usage of seats is not known');
    expect(rate(sku, '1001')).toBe('200');
  });

  it('takes no property of all objects for usage', () => {
    const odd = skuOf({
      model: 'capacity',
      tiers: [capacityTier('1', { toString: '5' }), capacityTier('2', {})],
    });
    expect(rate(odd, '0')).toContain('toString');
  });
});

it('is not known what usage costs that is not metered', () => {
  const meter = { aggregate: 'none', window: 'period', name: null } as const;
  expect(rate(skuOf({ model: 'perUnit', unit: decimal('1') }, { meter }), '0')).toContain(
    'the meter counts none',
  );
  expect(rate(skuOf({ model: 'flat', amount: decimal('1') }, { meter }), '0')).toBe('1');
});
