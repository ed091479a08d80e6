import { expect, test } from 'vitest';

import { truncate } from './truncate.ts';

test.each([
  ['abcd', 4, 'abcd'],
  ['abcde', 4, 'abc…'],
  ['😀😀😀', 4, '😀…'],
  ['😀😀😀', 5, '😀😀…'],
  ['a😀😀', 4, 'a😀…'],
])('%s in %d units is %s', (text, max, expected) => {
  expect(truncate(text, max)).toBe(expected);
});
