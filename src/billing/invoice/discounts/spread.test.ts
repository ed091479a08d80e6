import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, sum } from '../../../lib/decimal.ts';
import { spread } from './spread.ts';

it('gives nobody more than the base, where bases are smaller than a minor unit too', () => {
  const bases = ['0.004', '0.004', '0.004'].map((base) => decimal(base));
  const parts = spread(decimal('0.01'), bases, 2);
  expect(parts.map((part) => part.toFixed())).toEqual(['0.004', '0.004', '0.002']);
});

it('spreads all of the amount within the bases', () => {
  const base = fc.integer({ min: 0, max: 5000 }).map((units) => decimal(`${units}e-3`));
  fc.assert(
    fc.property(
      fc.array(base, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 100 }),
      (bases, percent) => {
        const amount = sum(bases).times(decimal(`${percent}e-2`));
        const parts = spread(amount, bases, 2);
        expect(sum(parts).eq(amount)).toBe(true);
        parts.forEach((part, index) => {
          expect(part.lte(bases[index] ?? decimal('0'))).toBe(true);
          expect(part.gte('0')).toBe(true);
        });
      },
    ),
  );
});
