import { describe, expect, it } from 'vitest';
import { rate, skuOf, stairs, tiers } from '../test-support/build.ts';

const HUGE = '999999999999999999';

describe('graduated', () => {
  const price = tiers('10: 5', '20: 3 + 7', '*: 1.5 + 100');

  it.each([
    ['0', '0'],
    ['0.000000000000000001', '0.000000000000000005'],
    ['9.999', '49.995'],
    ['10', '50'],
    ['10.001', '57.003'],
    ['20', '87'],
    ['20.5', '187.75'],
    [HUGE, '1500000000000000155.5'],
  ])('%s costs %s', (quantity, amount) => {
    expect(rate(skuOf({ model: 'graduated', tiers: price, zeroUsageFlat: false }), quantity)).toBe(amount);
  });

  it.each([
    [true, '0', '9'],
    [false, '0', '0'],
    [true, '1', '14'],
    [false, '1', '14'],
  ])('with zeroUsageFlat %s, %s costs %s', (zeroUsageFlat, quantity, amount) => {
    const first = skuOf({ model: 'graduated', tiers: tiers('10: 5 + 9', '*: 1'), zeroUsageFlat });
    expect(rate(first, quantity)).toBe(amount);
  });
});

describe('volume', () => {
  const price = tiers('10: 5 + 2', '20: 3 + 7', '*: 1.5');

  it.each([
    ['0', '0'],
    ['0.5', '4.5'],
    ['10', '52'],
    ['10.000000000000000001', '37.000000000000000003'],
    ['20', '67'],
    ['21', '31.5'],
    [HUGE, '1499999999999999998.5'],
  ])('%s costs %s', (quantity, amount) => {
    expect(rate(skuOf({ model: 'volume', tiers: price, zeroUsageFlat: false }), quantity)).toBe(amount);
  });

  it('charges the first flat price at zero when it is said so', () => {
    expect(rate(skuOf({ model: 'volume', tiers: price, zeroUsageFlat: true }), '0')).toBe('2');
  });
});

describe('stairstep', () => {
  const price = stairs('10: 100', '20: 180', '*: 250');

  it.each([
    ['0', '0'],
    ['0.01', '100'],
    ['10', '100'],
    ['10.5', '180'],
    ['20', '180'],
    ['20.1', '250'],
    [HUGE, '250'],
  ])('%s costs %s', (quantity, amount) => {
    expect(rate(skuOf({ model: 'stairstep', tiers: price, zeroUsageFlat: false }), quantity)).toBe(amount);
  });

  it('charges the first stair at zero when it is said so', () => {
    expect(rate(skuOf({ model: 'stairstep', tiers: price, zeroUsageFlat: true }), '0')).toBe('100');
  });
});
