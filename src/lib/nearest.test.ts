import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { editDistance, nearest } from './nearest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['leevl', 'level', 1],
    ['curency', 'currency', 1],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it('is the same up to a bound, and more than the bound where it is more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(9), (a, b, most) => {
        const distance = editDistance(a, b);
        const bounded = editDistance(a, b, most);
        expect(distance <= most ? bounded === distance : bounded > most).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('nearest', () => {
  it.each([
    ['curency', 'currency'],
    ['Exclude', 'exclude'],
    ['polices', 'policies'],
    ['zzz', undefined],
    ['a', undefined],
    ['x'.repeat(1000), undefined],
  ])('for %j is %j', (word, candidate) => {
    expect(nearest(word, ['policies', 'exclude', 'currency', 'b'])).toBe(candidate);
  });

  it('does not depend on the order of the candidates', () => {
    expect(nearest('abcd', ['abcx', 'abcy'])).toBe('abcx');
    expect(nearest('abcd', ['abcy', 'abcx'])).toBe('abcx');
  });
});
