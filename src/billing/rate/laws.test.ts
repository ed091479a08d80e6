import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, type Decimal, sum, ZERO } from '../../lib/decimal.ts';
import type { Price, Sku, Tier } from '../../model/billing/terms.ts';
import { rateSku, type SkuUsage } from './rate-sku.ts';
import { capacityTier, day, events, JANUARY, partOf, skuOf, usage } from './test-support/build.ts';

/** Thousandths, so that bounds are often met. */
const amount = (most: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min: 0, max: most }).map((value) => decimal(value).times(decimal('0.001')));
const quantity = fc.oneof(
  amount(60_000),
  fc.integer({ min: 0, max: 60 }).map((value) => decimal(value)),
);
const flats = fc.oneof(fc.constant(ZERO), amount(90_000));
const tierList = (flat: fc.Arbitrary<Decimal>): fc.Arbitrary<Tier[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 20 }), amount(9000), flat), { minLength: 1, maxLength: 5 })
    .map((steps) => {
      let bound = 0;
      return steps.map(([width, unit, due], index) => {
        bound += width;
        return { upTo: index === steps.length - 1 ? null : decimal(bound), unit, flat: due };
      });
    });
const optional = (value: fc.Arbitrary<Decimal>) => fc.option(value, { nil: null });
const tiered = fc.record({ tiers: tierList(flats), zeroUsageFlat: fc.boolean() });
const price: fc.Arbitrary<Price> = fc.oneof(
  amount(90_000).map((flat): Price => ({ model: 'flat', amount: flat })),
  amount(9000).map((unit): Price => ({ model: 'perUnit', unit })),
  tiered.map((list): Price => ({ model: 'graduated', ...list })),
  tiered.map((list): Price => ({ model: 'volume', ...list })),
  tiered.map((list): Price => ({ model: 'stairstep', ...list })),
  tiered.map(({ tiers, zeroUsageFlat }): Price => {
    const rates = tiers.map((tier) => ({ ...tier, rate: tier.unit }));
    return { model: 'graduatedPercentage', tiers: rates, zeroUsageFlat };
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), amount(9000))
    .map(([size, each]): Price => ({ model: 'package', size: decimal(size), price: each })),
  amount(3000).map((multiplier): Price => ({ model: 'dynamic', multiplier })),
  fc
    .record({
      ...{ rate: amount(9000), fixed: amount(500) },
      ...{ min: optional(amount(300)), max: optional(amount(900)) },
      ...{ freeEvents: optional(quantity), freeAmount: optional(amount(90_000)) },
    })
    .map((rest): Price => ({ model: 'percentage', ...rest })),
  tierList(flats).map((list): Price => {
    const tiers = list.map(({ upTo, flat }) =>
      capacityTier(flat.toFixed(), upTo === null ? {} : { api: upTo.toFixed() }),
    );
    return { model: 'capacity', tiers };
  }),
);
const sku: fc.Arbitrary<Sku> = fc
  .record({
    price,
    freeQuantity: fc.oneof(fc.constant(ZERO), quantity),
    convert: fc.option(
      fc.record({
        op: fc.constantFrom('multiply', 'divide'),
        factor: fc.constantFrom('0.25', '3', '8').map((text) => decimal(text)),
        round: fc.constantFrom('none', 'up', 'down', 'halfUp'),
      }),
      { nil: null },
    ),
    minAmount: optional(amount(50_000)),
    more: optional(amount(50_000)),
    proration: fc.constantFrom('none', 'days'),
  })
  .map(({ price: priced, more, ...rest }) =>
    skuOf(priced, { ...rest, maxAmount: more?.plus(rest.minAmount ?? ZERO) ?? null, onChange: 'continue' }),
  );
/** Events whose amounts are what percentages go by; their number is the quantity. */
const used: fc.Arbitrary<SkuUsage> = fc
  .array(fc.tuple(amount(90_000), fc.integer({ min: 1, max: 4 })), { maxLength: 6 })
  .map((list) => events(...list.map(([each, count]) => `${String(count)} x ${each.toFixed()}`)));

const amountOf = (one: Sku, usedOf: SkuUsage, to = 32): Decimal =>
  rateSku([partOf(one, usedOf, { to: day(to) })], JANUARY)[0]?.amount ?? decimal('-1');

const together = (a: SkuUsage, b: SkuUsage): SkuUsage => ({
  quantity: a.quantity.plus(b.quantity),
  events: a.events.plus(b.events),
  amount: (a.amount ?? ZERO).plus(b.amount ?? ZERO),
  amounts: [...(a.amounts ?? []), ...(b.amounts ?? [])],
  limits: {},
});

describe('laws of rating', () => {
  it('a graduated total never falls, and makes no step at a bound without flat prices', () => {
    fc.assert(
      fc.property(tierList(fc.constant(ZERO)), quantity, amount(2000), (list, low, more) => {
        const one = skuOf({ model: 'graduated', tiers: list, zeroUsageFlat: false });
        const step = amountOf(one, usage(low.plus(more))).minus(amountOf(one, usage(low)));
        const dearest = list.reduce((most, { unit }) => (unit.gt(most) ? unit : most), ZERO);
        expect(step.gte(ZERO) && step.lte(more.times(dearest))).toBe(true);
      }),
    );
  });

  it('volume is graduated for one tier', () => {
    fc.assert(
      fc.property(amount(9000), flats, fc.boolean(), quantity, (unit, flat, zeroUsageFlat, q) => {
        const list = { tiers: [{ upTo: null, unit, flat }], zeroUsageFlat };
        const [volume, graduated] = (['volume', 'graduated'] as const).map((model) =>
          amountOf(skuOf({ model, ...list }), usage(q)).toFixed(),
        );
        expect(volume).toBe(graduated);
      }),
    );
  });

  it('versions with the same terms cost together what one would, to the last digit; no part is below 0', () => {
    fc.assert(
      fc.property(
        ...[sku, fc.array(used, { minLength: 1, maxLength: 4 }), fc.integer({ min: 4, max: 28 })],
        (one, parts, last) => {
          const built = parts.map((part, index) => {
            const to = index === parts.length - 1 ? day(last + 4) : day(index + 2);
            return partOf(one, part, { from: day(index + 1), to });
          });
          const amounts = rateSku(built, JANUARY).map((rated) => rated.amount ?? decimal('-1'));
          const whole = amountOf(one, parts.reduce(together), last + 4);
          expect(sum(amounts).toFixed()).toBe(whole.toFixed());
          for (const part of amounts) expect(part.gte(ZERO)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('other terms for each part never make a part cost less than 0', () => {
    fc.assert(
      fc.property(sku, sku, used, used, (one, other, first, second) => {
        const parts = [
          partOf(one, first, { to: day(9) }),
          partOf({ ...one, price: other.price, freeQuantity: other.freeQuantity }, second, { from: day(9) }),
        ];
        for (const { amount: part } of rateSku(parts, JANUARY)) expect(part?.gte(ZERO)).toBe(true);
      }),
    );
  });

  it('the steps end with the amount', () => {
    fc.assert(
      fc.property(sku, used, used, (one, first, second) => {
        const parts = [partOf(one, first, { to: day(9) }), partOf(one, second, { from: day(9) })];
        const plain = rateSku(parts, JANUARY);
        rateSku(parts, JANUARY, true).forEach(({ amount: explained, steps }, index) => {
          expect(explained?.toFixed()).toBe(plain[index]?.amount?.toFixed());
          expect(steps.at(-1)?.amount?.toFixed()).toBe(explained?.toFixed());
        });
      }),
    );
  });
});
