import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Price } from '../../model/cost.ts';
import type { OwnPrice } from '../../model/pricing.ts';
import type { PriceBook } from '../../pricing/book.ts';
import { withOwnPrices } from './own-book.ts';

const place = { provider: 'aws', service: 'rds', region: 'us-east-1' };
const source = { file: 'tollgate.yml', start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
const tiers = (price: string): Price['tiers'] => [{ from: decimal('0'), price: decimal(price) }];

const LIST: Readonly<Record<string, Price>> = Object.fromEntries(
  ['node|a', 'node|b'].map((key) => [
    key,
    {
      ...place,
      key,
      sku: `SKU-${key}`,
      unit: 'hour',
      currency: 'USD',
      tiers: tiers('1'),
      asOf: 'd',
      source: 's',
    },
  ]),
);

/** Holds `LIST`, in one region. */
const book: PriceBook = {
  ...{ id: 'x', asOf: {}, manifest: {} as PriceBook['manifest'], contents: () => undefined },
  find: ({ key, region }) => (region === place.region ? LIST[key] : undefined),
  query: () => Object.values(LIST),
  keys: () => Object.keys(LIST),
};

function ownPrice(id: string, scope: OwnPrice['scope'], price: string, unit = 'hour'): OwnPrice {
  const { provider, service } = place;
  return {
    id,
    scope: { provider, service, ...scope },
    unit,
    currency: 'USD',
    tiers: tiers(price),
    from: '2026-01-01',
    source,
  };
}

const prices = (
  all: readonly OwnPrice[],
  keys: readonly string[],
  region = place.region,
): (string | undefined)[] => {
  const { book: mine } = withOwnPrices(book, all);
  return keys.map((key) => mine.find({ ...place, region, key })?.tiers[0]?.price.toFixed());
};

describe('a book with own prices', () => {
  it('has the price of a key in the region, or in all, and the others as they are', () => {
    const all = [
      ownPrice('all', { key: 'node|a' }, '2'),
      ownPrice('here', { key: 'node|a', region: 'us-east-1' }, '3'),
    ];
    expect(prices(all, ['node|a', 'node|b', 'node|c'])).toEqual(['3', '1', undefined]);
    expect(prices(all, ['node|a', 'node|b'], 'eu-west-1')).toEqual(['2', undefined]);
  });

  it('has that of a SKU before that of a key', () => {
    const all = [
      ownPrice('key', { key: 'node|a', region: 'us-east-1' }, '2'),
      ownPrice('sku', { sku: 'SKU-node|a' }, '4'),
    ];
    expect(prices(all, ['node|a', 'node|b'])).toEqual(['4', '1']);
    expect(prices(all.toReversed(), ['node|a'])).toEqual(['4']);
  });

  it('tells the list price, the SKU, where the price is written and from when it holds', () => {
    const { book: mine } = withOwnPrices(book, [ownPrice('mine', { key: 'node|a' }, '2')]);
    expect(mine.find({ ...place, key: 'node|a' })).toMatchObject({
      ...{ sku: 'SKU-node|a', asOf: '2026-01-01', source: 'tollgate.yml' },
      own: { id: 'mine', list: LIST['node|a'] },
    });
  });

  it('is the book itself for services without own prices', () => {
    const { book: mine } = withOwnPrices(book, [ownPrice('x', { service: 'vpc', key: 'node|a' }, '2')]);
    expect(mine.find({ ...place, key: 'node|a' })).toBe(LIST['node|a']);
  });

  it('answers patterns with own keys too, each once and sorted', () => {
    const all = [
      ownPrice('c', { key: 'node|c' }, '5'),
      ownPrice('b', { key: 'node|b' }, '6'),
      ownPrice('y', { key: 'disk|c|d' }, '7'),
    ];
    const { book: mine } = withOwnPrices(book, all);
    const parts = ['node', null];
    expect(mine.keys({ ...place, parts })).toEqual(['node|a', 'node|b', 'node|c']);
    expect(
      mine
        .query({ ...place, parts })
        .map(({ key, tiers: [first] }) => `${key} ${first?.price.toFixed() ?? ''}`),
    ).toEqual([...['node|a 1', 'node|b 6', 'node|c 5']]);
  });

  it('does not take one in another unit, and says so at its place', () => {
    const own = withOwnPrices(book, [ownPrice('m', { key: 'node|a' }, '2', 'month')]);
    expect(own.problems()).toEqual([]);
    expect(own.book.find({ ...place, key: 'node|a' })).toBe(LIST['node|a']);
    expect(own.problems()).toMatchObject([{ severity: 'error', code: 'own-price-unit', source }]);
  });
});
