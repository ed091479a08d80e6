import { describe, expect, it } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import type { Range } from './cost.ts';
import { ordered, percentages, percentOf } from './range.ts';

const range = (low: number, likely: number, high: number): Range => ({
  low: decimal(low),
  likely: decimal(likely),
  high: decimal(high),
});

describe('percentages', () => {
  it.each([
    // Divided in order, -257 would meet the base of 32.
    ['are divided scenario by scenario', range(-32, -37, -257), range(32, 37, 257), ['-100', '-100', '-100']],
    ['are put in order afterwards', range(10, 10, 10), range(100, 50, 20), ['10', '20', '50']],
    ['are null from nothing, which is more than any', range(5, 5, 5), range(0, 50, 20), ['10', '10', null]],
    ['are 0 for nothing on top of nothing', range(0, 0, 5), range(0, 0, 50), ['0', '0', '10']],
    ['are null throughout from nothing', range(1, 2, 3), range(0, 0, 0), [null, null, null]],
  ])('%s', (_, delta, base, expected) => {
    const { low, likely, high } = percentages(delta, base);
    expect([low, likely, high].map((figure) => figure?.toString() ?? null)).toEqual(expected);
  });

  it('take the size of a base below zero', () => {
    expect(percentOf(decimal(5), decimal(-10))?.toString()).toBe('50');
  });
});

describe('ordered', () => {
  it.each([
    [range(1, 2, 3), range(1, 2, 3)],
    [range(3, 2, 1), range(1, 2, 3)],
    [range(2, 1, 3), range(1, 1, 3)],
  ])('%j', (given, expected) => {
    expect(ordered(given)).toEqual(expected);
  });
});
