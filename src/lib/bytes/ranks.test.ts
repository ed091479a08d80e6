import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forEachSorted, inOrder, ranksOf, type Ranked } from './ranks.ts';

it('gives pairs in their order', () => {
  const pairs = fc.array(fc.record({ first: fc.nat(2 ** 32), second: fc.nat(1_999_999) }));
  fc.assert(
    fc.property(pairs, (list) => {
      const found: [number, number, number][] = [];
      const pair = (index: number): Ranked => list[index] ?? { first: NaN, second: NaN };
      forEachSorted(list.length, pair, 2_000_000, (...one) => found.push(one));
      const sorted = list.toSorted((a, b) => a.first - b.first || a.second - b.second);
      expect(found).toEqual(sorted.map(({ first, second }, place) => [first, second, place]));
    }),
  );
});

it('gives the place of each in an order', () => {
  const words = ['pear', 'fig', 'apple'];
  const order = inOrder(3, (a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  expect([...order]).toEqual([2, 1, 0]);
  expect([...ranksOf(Uint32Array.from([2, 0, 1]))]).toEqual([1, 2, 0]);
});
