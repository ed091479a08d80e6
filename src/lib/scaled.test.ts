import fc from 'fast-check';
import { expect, it } from 'vitest';

import { Decimal } from './decimal.ts';
import { scaled } from './scaled.ts';

const integers = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1000, max: 1000 }),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 14 }))
    .map(([digit, power]) => digit * 10 ** power),
);

it('is the decimal of the text, digit for digit', () => {
  fc.assert(
    fc.property(integers, fc.integer({ min: 0, max: 24 }), (integer, scale) => {
      const { s, e, c } = new Decimal(`${integer}e-${scale}`);
      expect({ ...scaled(integer, scale) }).toMatchObject({ s, e, c });
    }),
  );
});

it('does not change what is 0 for all', () => {
  scaled(0, 2).c.push(1);
  expect(scaled(0, 2).toFixed()).toBe('0');
});
