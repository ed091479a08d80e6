import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, ZERO } from '../../../lib/decimal.ts';
import { events, rate, skuOf } from '../test-support/build.ts';

const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((value) => (value / 100).toFixed(2));
const eventTexts = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), cents)
  .map(([count, amount]) => `${count} x ${amount}`);

it('rates all events together as it rates them one by one', () => {
  fc.assert(
    fc.property(fc.array(eventTexts, { maxLength: 8 }), cents, cents, (list, rateText, fixed) => {
      const price = { model: 'percentage', rate: decimal(rateText), fixed: decimal(fixed) } as const;
      const bounds = { min: null, max: null, freeAmount: null };
      const together = skuOf({ ...price, ...bounds, freeEvents: null });
      // Nothing is free, and yet each event is asked for it.
      const each = skuOf({ ...price, ...bounds, freeEvents: ZERO });
      expect(rate(together, events(...list))).toBe(rate(each, events(...list)));
    }),
  );
});
