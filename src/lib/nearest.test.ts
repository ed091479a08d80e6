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
