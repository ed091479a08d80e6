import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type Decimal, decimal } from '../../lib/decimal.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { Commitment, Discount, Price, Rounding, Sku, Terms, Tier } from '../../model/billing/terms.ts';
import { rational, text } from './testing/rational.ts';
import { commitment, discount, held, january, JANUARY, sku, taxRow, terms, used } from './testing/make.ts';
import { type Halves, invoiceSlowly } from './testing/slowly.ts';

const HALF = '2027-01-11T00:00:00Z';
const IDS = ['a', 'b', 'c'];

const number = (most: number, scale: number) =>
  fc.integer({ min: 0, max: most * 10 ** scale }).map((units) => decimal(`${units}e-${scale}`));
const positive = (most: number, scale: number) =>
  fc.integer({ min: 1, max: most * 10 ** scale }).map((units) => decimal(`${units}e-${scale}`));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const graduated = fc
  .tuple(positive(20, 1), fc.array(fc.tuple(number(5, 3), number(3, 1)), { minLength: 2, maxLength: 2 }))
  .map(([bound, prices]): Price => {
    const tiers = prices.map(([unit, flat], index): Tier => ({
      upTo: index === 0 ? bound : null,
      unit,
      flat,
    }));
    return { model: 'graduated', tiers, zeroUsageFlat: false };
  });
const price = fc.oneof(
  number(5, 3).map((unit): Price => ({ model: 'perUnit', unit })),
  graduated,
);
const skuOf = (id: string): fc.Arbitrary<Sku> =>
  fc
    .tuple(price, number(10, 1), fc.constantFrom('standard', 'reduced', 'none'))
    .map(([own, freeQuantity, taxCategory]) => sku(id, { price: own, freeQuantity, taxCategory }));
const scope = orNull(fc.subarray(IDS, { minLength: 1 }));

const discountOf = (index: number): fc.Arbitrary<Discount> =>
  fc
    .record({
      type: fc.constantFrom('percent', 'fixed', 'freeQuantity'),
      value: positive(60, 2),
      skus: scope,
      minQuantity: orNull(number(40, 0)),
      minAmount: orNull(number(60, 0)),
      isLate: fc.boolean(),
      stacking: fc.constantFrom('stack', 'stack', 'best', 'exclusive'),
      cap: orNull(positive(30, 2)),
    })
    .map(({ type, value, skus, minQuantity, minAmount, isLate, stacking, cap }) =>
      discount(`d${index}`, type, value.toFixed(), {
        ...{ skus, stacking, cap, precedence: index },
        conditions: { tags: {}, minQuantity, minAmount },
        window: { from: isLate ? HALF : null, to: null },
      }),
    );
const commitmentOf = (type: Commitment['type']): fc.Arbitrary<Commitment> =>
  fc
    .record({
      amount: positive(90, 1),
      skus: scope,
      overage: orNull(fc.record({ type: fc.constantFrom('rate', 'factor'), value: number(3, 2) })),
    })
    .map(({ amount, ...more }) => commitment(type, type, amount.toFixed(), more));
const rounding: fc.Arbitrary<Rounding> = fc.record({
  mode: fc.constantFrom('halfUp', 'halfEven', 'halfAway', 'up', 'down'),
  level: fc.constantFrom('line', 'invoice'),
  digits: fc.constantFrom(0, 2, 3),
});
const tax = fc
  .tuple(number(30, 1), number(30, 1), fc.boolean(), fc.boolean())
  .map(([standard, reduced, one, other]): Terms['tax'] => ({
    ...{ id: 'vat', version: '1.0.0' },
    rows: [
      taxRow('DE', standard.toFixed(), { inclusive: one }),
      taxRow('DE', reduced.toFixed(), { inclusive: other, category: 'reduced' }),
    ],
  }));

const given = fc.record({
  skus: fc.tuple(skuOf('a'), skuOf('b'), skuOf('c')),
  discounts: fc.tuple(discountOf(0), discountOf(1), discountOf(2)).chain((all) => fc.subarray([...all])),
  commitments: fc
    .tuple(commitmentOf('quantity'), commitmentOf('minSpend'), commitmentOf('prepaid'))
    .chain((all) => fc.subarray([...all])),
  rounding,
  tax: orNull(tax),
});
const halves = fc.tuple(number(40, 1), number(40, 1));
const usage = fc.tuple(orNull(halves), orNull(halves), orNull(halves));

/** Quotients keep 40 digits: 25 are the same. */
const shown = (value: Decimal) => text(rational(value), 25);

/** Usage of the SKUs in the two parts of January. */
function cellsOf(quantities: readonly (readonly Decimal[] | null)[]): UsageCell[] {
  return quantities.flatMap((halves, index) =>
    (halves ?? []).flatMap((quantity, late) => {
      const [from, to] = late === 1 ? [HALF, JANUARY.to] : [JANUARY.from, HALF];
      return used({ [IDS[index] ?? '']: quantity.toFixed() }, { within: { from, to } });
    }),
  );
}

/** What is free must not depend on how much is used: then several usages would make exactly what was promised. */
function simplyFree({ discounts, commitments }: Pick<Terms, 'discounts' | 'commitments'>): Discount[] {
  const isPromised = commitments.some(({ type }) => type === 'quantity');
  if (!isPromised || !discounts.some(({ type }) => type === 'freeQuantity')) return [...discounts];
  return discounts.map((one): Discount => {
    const stacked = { ...one, stacking: 'stack' } as const;
    if (one.type !== 'freeQuantity') return stacked;
    const conditions = { tags: {}, minQuantity: null, minAmount: null };
    return { ...stacked, conditions, window: { from: null, to: null } };
  });
}

it('bills what a slow reference does, with fractions and nothing else', () => {
  fc.assert(
    fc.property(given, usage, (own, quantities) => {
      const all = terms({ ...own, discounts: simplyFree(own) });
      const cells = cellsOf(quantities);
      const by: Record<string, Halves[string]> = {};
      IDS.forEach((id, index) => {
        const both = quantities[index];
        if (both) by[id] = [rational(both[0]), rational(both[1])];
      });
      const invoice = january(held(all), cells);
      const order = new Map((all.tax?.rows ?? []).map(({ category }, index) => [category, index]));
      const found = [
        ...invoice.lines.map(
          ({ id, kind, net }) => `${kind === 'usage' ? '' : `${kind} `}${id} ${shown(net)}`,
        ),
        ...invoice.tax
          .toSorted((a, b) => (order.get(a.category) ?? 0) - (order.get(b.category) ?? 0))
          .map(({ category, amount }) => `tax ${category} ${shown(amount)}`),
        `payable ${shown(invoice.payable)}`,
      ];
      expect(found).toEqual(invoiceSlowly(all, by, 21));
    }),
    { numRuns: 500 },
  );
});

it('bills one SKU the same under two equal versions that go on in its tiers', () => {
  // The parts take capped free quantities in turn: the second may give what only both together are worth.
  const always = (one: Discount): Discount => ({
    ...one,
    stacking: 'stack',
    cap: one.type === 'freeQuantity' ? null : one.cap,
    window: { from: null, to: null },
  });
  fc.assert(
    fc.property(given, halves, ({ skus: [first], discounts }, quantities) => {
      const own = terms({
        skus: [{ ...first, onChange: 'continue' }],
        discounts: discounts.map(always),
        rounding: { mode: 'halfUp', level: 'invoice', digits: 2 },
      });
      const cells = cellsOf([quantities]);
      const [old, next] = [held(own, { to: HALF }), held({ ...own, version: '2.0.0' }, { from: HALF })];
      expect(shown(january([old, next], cells).net)).toBe(shown(january(held(own), cells).net));
    }),
    { numRuns: 500 },
  );
});
