import { expect, it } from 'vitest';

import { isCountry, isoCountry } from './countries.ts';

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
const known = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry);

it('knows the 249 codes of the standard and two that its users have added', () => {
  expect(known).toHaveLength(251);
  expect(['DE', 'GB', 'GR', 'XI', 'XK', 'ZW'].every(isCountry)).toBe(true);
});

it.each(['UK', 'EL', 'EU', 'ZZ', 'AN', 'SU', 'de', ''])('does not know %o', (code) => {
  expect(isCountry(code)).toBe(false);
});

it('knows what is meant by codes of others', () => {
  expect(['UK', 'EL', 'ZZ'].map(isoCountry)).toEqual(['GB', 'GR', undefined]);
});
