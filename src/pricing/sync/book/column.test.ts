import { expect, test } from 'vitest';
import { freshColumns, type ReadList } from './column.ts';

/** A list of r1 with a price for `k` and `other`, and these keys of services that have several. */
function list(tiers: string, ...conflicts: readonly (readonly [service: string, key: string])[]): ReadList {
  return {
    list: {
      provider: 'aws',
      offer: 'O',
      region: 'r1',
      version: '1',
      state: 'read',
      rows: 2,
      prices: 2,
      leftOut: [],
      conflicts: conflicts.map(([service, key]) => ({ service, region: 'r1', key, prices: ['1', '2'] })),
      problem: null,
    },
    asOf: '2026-11-01',
    source: 'aws-price-list O 1',
    prices: [
      {
        service: 's',
        region: 'r1',
        cells: [
          { key: 'k', unit: 'hour', tiers, sku: 'S' },
          { key: 'other', unit: 'hour', tiers: '1', sku: 'S' },
        ],
      },
    ],
  };
}

const column = (...lists: readonly ReadList[]) => {
  const found = freshColumns('s', lists).get('r1');
  return (
    found && { keys: [...found.prices.keys()], conflicts: [...found.conflicts], across: [...found.across] }
  );
};

test('a conflict of the service takes its key away, one of another service does not', () => {
  expect(column(list('5', ['s', 'k']))).toEqual({ keys: ['other'], conflicts: ['k'], across: [] });
  expect(column(list('5', ['t', 'k']))).toEqual({ keys: ['k', 'other'], conflicts: [], across: [] });
});

test('two lists that contradict each other give no price, and two that agree give one', () => {
  expect(column(list('5'), list('6'))).toEqual({ keys: ['other'], conflicts: ['k'], across: ['k'] });
  expect(column(list('5'), list('5'))?.keys).toEqual(['k', 'other']);
});
