import { describe, expect, test } from 'vitest';
import type { ListedRate, LostTier } from '../port.ts';
import { Gatherer } from './gatherer.ts';

const rate = (changes: Partial<ListedRate> = {}): ListedRate => ({
  service: 's',
  region: 'r1',
  key: 'k',
  unit: 'hour',
  from: '0',
  price: '5',
  currency: 'USD',
  sku: 'S',
  ...changes,
});

const second = rate({ from: '100', price: '3' });
const lost: LostTier = { service: 's', region: 'r1', key: 'k', isBase: false };

/** What a list comes to: its prices and its conflicts. */
function gathered(rates: readonly ListedRate[], tell?: (gatherer: Gatherer) => void) {
  const gatherer = new Gatherer();
  for (const one of rates) gatherer.rate(one);
  tell?.(gatherer);
  const { prices, conflicts, leftOut } = gatherer.content();
  return {
    cells: prices.flatMap(({ cells }) => cells.map(({ key, tiers }) => `${key}: ${tiers}`)),
    conflicts: conflicts.map(({ key, prices }) => `${key}: ${prices.join('; ')}`),
    leftOut: leftOut.map(({ reason }) => reason),
  };
}

describe('a key that lacks a tier', () => {
  test('has no price, and says what is missing', () => {
    const { cells, conflicts } = gathered([second, rate({ key: 'other' })], (gatherer) => {
      gatherer.leftOut('the unit "Days" is not known', 'S', lost);
    });
    expect(cells).toEqual(['other: 5']);
    expect(conflicts).toEqual(['k: 0 100:3 (S); a tier that is left out: the unit "Days" is not known']);
  });

  test.each<[string, Partial<ListedRate>]>([
    ['another currency', { currency: 'CNY' }],
    ['a SKU that cannot stand in the book', { sku: 'a,b' }],
  ])('because the tier has %s has none either', (_, changes) => {
    const { cells, conflicts, leftOut } = gathered([rate(changes), second]);
    expect([cells, conflicts.length, leftOut.length]).toEqual([[], 1, 1]);
  });

  test('from 0 that is not in force has a price only where another row gives that tier', () => {
    const later = (gatherer: Gatherer): void => {
      gatherer.leftOut('the price is not in force', 'S', { ...lost, isBase: true });
    };
    expect(gathered([second], later).cells).toEqual([]);
    expect(gathered([rate(), second], later).cells).toEqual(['k: 5 100:3']);
  });

  test('in another region or bought in another way keeps its price', () => {
    const { cells } = gathered([rate()], (gatherer) => {
      gatherer.leftOut('x', 'S', { ...lost, region: 'r2' });
      gatherer.leftOut('x', 'S', { ...lost, option: 'spot' });
    });
    expect(cells).toEqual(['k: 5']);
  });

  test('and gives no price at all is only left out', () => {
    const { cells, conflicts, leftOut } = gathered([rate({ currency: 'EUR' })]);
    expect([cells, conflicts, leftOut]).toEqual([[], [], ['the price is not in USD']]);
  });
});

test.each<[string, Partial<ListedRate>]>([
  ['a key with a mark of direction', { key: 'node|\u202elarge' }],
  ['a key with what draws nothing', { key: 'node|\u200blarge' }],
  ['a key with a line separator', { key: 'node|\u2028large' }],
  ['a key with half of a character', { key: 'node|\ud800' }],
  ['a key with an escape', { key: 'node|\u001b[31m' }],
  ['a SKU with a mark of direction', { sku: '\u2066S' }],
  ['a region that is a path', { region: '../../etc' }],
])('%s is refused', (_, changes) => {
  const { cells, leftOut } = gathered([rate(changes)]);
  expect([cells, leftOut]).toEqual([[], ['the key, the region or the SKU cannot stand in the book']]);
});
