import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decimal, sum } from './decimal.ts';
import { DecimalTotal } from './decimal-total.ts';

const numbers = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -3, max: 30 }))
  .map(([digits, scale]) => decimal(`${digits}e${-scale}`));

describe('DecimalTotal', () => {
  it('is the exact sum', () => {
    fc.assert(
      fc.property(fc.array(numbers), (values) => {
        const total = new DecimalTotal();
        for (const value of values) total.add(value);
        expect(total.value().toFixed()).toBe(sum(values).toFixed());
      }),
    );
  });

  it('stays exact beyond safe integers', () => {
    const total = new DecimalTotal();
    for (let i = 0; i < 200_000; i++) total.add(decimal('99999999999'));
    total.add(decimal('0.01'));
    expect(total.value().toFixed()).toBe('19999999999800000.01');
  });
});
