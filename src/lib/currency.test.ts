import { expect, it } from 'vitest';

import { currencyCodes, minorDigits } from './currency.ts';

it.each([
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['IQD', 3],
  ['HUF', 2],
  ['ISK', 0],
  ['CLF', 4],
  ['EUR', 2],
  ['XAU', undefined],
  ['DEM', undefined],
  ['usd', undefined],
  ['', undefined],
])('%s has %s minor digits', (code, digits) => {
  expect(minorDigits(code)).toBe(digits);
});

it('holds only codes of three letters', () => {
  expect([...currencyCodes()].filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  expect([...currencyCodes()].length).toBeGreaterThan(150);
});
