import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from './decimal.ts';
import { round, type RoundingMode, settled } from './round.ts';

const MODES: readonly RoundingMode[] = ['halfUp', 'halfEven', 'halfAway', 'up', 'down'];

describe('rounding', () => {
  it.each([
    // value, digits: halfUp, halfEven, halfAway, up, down
    ['0.125', 2, '0.13', '0.12', '0.13', '0.13', '0.12'],
    ['0.135', 2, '0.14', '0.14', '0.14', '0.14', '0.13'],
    ['-0.125', 2, '-0.12', '-0.12', '-0.13', '-0.13', '-0.12'],
    ['-0.1251', 2, '-0.13', '-0.13', '-0.13', '-0.13', '-0.12'],
    ['0.121', 2, '0.12', '0.12', '0.12', '0.13', '0.12'],
    ['-0.121', 2, '-0.12', '-0.12', '-0.12', '-0.13', '-0.12'],
    ['2.5', 0, '3', '2', '3', '3', '2'],
    ['-2.5', 0, '-2', '-2', '-3', '-3', '-2'],
    ['-0.5', 0, '0', '0', '-1', '-1', '0'],
    ['-0.2', 0, '0', '0', '0', '-1', '0'],
    ['1.0005', 3, '1.001', '1', '1.001', '1.001', '1'],
    ['7', 2, '7', '7', '7', '7', '7'],
  ] as const)('%s to %d digits', (value, digits, ...expected) => {
    expect(MODES.map((mode) => round(decimal(value), digits, mode).toFixed())).toEqual(expected);
  });

  it('counts no digits that a division has cut', () => {
    const third = decimal('1').div(decimal('3'));
    const [below, above] = [third.times(decimal('3')), third.times(decimal('-3')).plus(decimal('2'))];
    expect(below.toFixed()).toMatch(/^0[.]9{40}$/);
    expect(above.toFixed()).toMatch(/^1[.]0{39}1$/);
    for (const mode of MODES) {
      expect(round(below, 2, mode).toFixed()).toBe('1');
      expect(round(above, 2, mode).toFixed()).toBe('1');
    }
    const tie = decimal('0.005').minus(decimal('1e-40'));
    expect(MODES.map((mode) => round(tie, 2, mode).toFixed())).toEqual(['0.01', '0', '0.01', '0.01', '0']);
  });

  it('settles an amount that a division has cut', () => {
    const thirtieth = decimal('1').div(decimal('30'));
    expect(thirtieth.times(decimal('0.09')).toFixed()).toMatch(/^0[.]0029{30,}7$/);
    expect(settled(thirtieth.times(decimal('0.09'))).toFixed()).toBe('0.003');
    expect(settled(decimal('-1e-40')).toFixed()).toBe('0');
    const third = settled(decimal('1').div(decimal('3')));
    expect(MODES.map((mode) => round(third.times(decimal('3')), 2, mode).toFixed())).toEqual(
      MODES.map(() => '1'),
    );
  });

  it('moves nothing by a whole unit, and leaves what is round', () => {
    const value = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...MODES),
        ([digits, scale], to, mode) => {
          const exact = decimal(`${digits}e-${scale}`);
          const rounded = round(exact, to, mode);
          expect(
            rounded
              .minus(exact)
              .abs()
              .lt(decimal(`1e-${to}`)),
          ).toBe(true);
          expect(round(rounded, to, mode).eq(rounded)).toBe(true);
        },
      ),
    );
  });
});
