import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum } from './decimal.ts';
import { largestRemainder } from './largest-remainder.ts';

function parts(total: string, weights: Readonly<Record<string, string>>, digits: number) {
  const by = new Map(Object.entries(weights).map(([id, weight]) => [id, decimal(weight)]));
  return Object.fromEntries(
    [...largestRemainder(decimal(total), by, digits)].map(([id, part]) => [id, part.toFixed()]),
  );
}

describe('the largest remainder', () => {
  it.each([
    ['100', { a: '1', b: '1', c: '1' }, 2, { a: '33.34', b: '33.33', c: '33.33' }],
    ['100', { c: '1', b: '1', a: '1' }, 0, { a: '34', b: '33', c: '33' }],
    ['-0.05', { a: '1', b: '1' }, 2, { a: '-0.03', b: '-0.02' }],
    ['10', { a: '1', b: '5', c: '0' }, 2, { a: '1.67', b: '8.33', c: '0' }],
    ['0.005', { a: '1', b: '3' }, 2, { a: '0', b: '0.005' }],
    ['1', { a: '1', b: '2' }, 3, { a: '0.333', b: '0.667' }],
  ])('splits %s by %j', (total, weights, digits, expected) => {
    expect(parts(total, weights, digits)).toEqual(expected);
  });

  it('sums exactly to the total, and no part is a unit off its quota', () => {
    const amount = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 6 }));
    const weight = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(
        amount,
        fc.array(weight, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 4 }),
        (a, w, digits) => {
          const weights = new Map(
            w.map(([units, scale], index) => [`${index}`, decimal(`${units}e-${scale}`)]),
          );
          const whole = sum(weights.values());
          fc.pre(whole.gt('0'));
          const total = decimal(`${a[0]}e-${a[1]}`);
          const split = largestRemainder(total, weights, digits);
          expect(sum(split.values()).eq(total)).toBe(true);
          for (const [id, part] of split) {
            const quota = total.times(weights.get(id) ?? decimal('0')).div(whole);
            expect(
              part
                .minus(quota)
                .abs()
                .lte(decimal(`1e-${digits}`)),
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('takes no weights that are below 0, nor none at all', () => {
    expect(() => parts('1', { a: '-1', b: '2' }, 2)).toThrow('The weight of a is below 0.');
    expect(() => parts('1', { a: '0' }, 2)).toThrow('All weights are 0.');
  });
});
