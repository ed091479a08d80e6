import { describe, expect, it } from 'vitest';
import { decimal, ZERO } from '../../lib/decimal.ts';
import type { Meter, Price, Sku } from '../../model/billing/terms.ts';
import { rateSku } from './rate-sku.ts';
import { NO_USAGE } from './usage-of.ts';
import { capacityTier, day, events, JANUARY, partOf, rateParts } from './test-support/build.ts';
import { skuOf, stairs, terms, textOf, tiers, usage } from './test-support/build.ts';

const on = (price: Price, more: Partial<Sku> = {}) => skuOf(price, { onChange: 'continue', ...more });

describe('a version that begins within a period and restarts', () => {
  const old = { model: 'graduated', tiers: tiers('10: 5 + 1', '*: 2'), zeroUsageFlat: false } as const;
  const next = { model: 'graduated', tiers: tiers('10: 6 + 2', '*: 3'), zeroUsageFlat: false } as const;

  it('begins at the first tier, with its flat price, free quantity, least and most', () => {
    expect(rateParts([skuOf(old), '15', 16], [skuOf(next), '15', 32])).toEqual(['61', '77']);
    const more = { freeQuantity: decimal('10'), minAmount: decimal('40') };
    expect(rateParts([skuOf(old, more), '15', 16], [skuOf(next, more), '25', 32])).toEqual(['40', '77']);
  });

  it('charges a flat amount once, by the version with which the period begins', () => {
    const flat = (amount: string) => skuOf({ model: 'flat', amount: decimal(amount) });
    expect(rateParts([flat('10'), '0', 16], [flat('20'), '0', 32])).toEqual(['10', '0']);
    expect(rateParts([skuOf(old), '0', 16], [flat('20'), '0', 32])).toEqual(['0', '20']);
  });

  it('charges a flat amount from the next period on that only a later version has', () => {
    const flat = skuOf({ model: 'flat', amount: decimal('20') }, { minAmount: decimal('30') });
    const later = partOf(flat, usage('0'), { from: day(16), to: JANUARY.to, isLater: true });
    const before = partOf(skuOf(old), usage('0'), { from: JANUARY.from, to: day(16) });
    const [, rated] = rateSku([before, later], JANUARY, true);
    expect(rated?.amount?.toFixed()).toBe('0');
    expect(rated?.steps.at(-1)?.text).toBe('flat: 0, due from the next period on = 0');
    const byDays = { ...later, sku: { ...flat, minAmount: null, proration: 'days' } as const };
    expect(rateSku([byDays], JANUARY)[0]?.amount?.round(2).toFixed()).toBe('10.32');
  });

  it('charges a flat amount in full that is no longer taken by days', () => {
    const flat = (proration: Sku['proration']) =>
      skuOf({ model: 'flat', amount: decimal('31') }, { proration });
    expect(rateParts([flat('days'), '0', 11], [flat('none'), '0', 32])).toEqual(['10', '31']);
    expect(rateParts([flat('none'), '0', 11], [flat('days'), '0', 32])).toEqual(['31', '21']);
  });

  it('is another purchase when it is of another profile', () => {
    const flat = (amount: string) => skuOf({ model: 'flat', amount: decimal(amount) });
    const parts = [
      partOf(flat('10'), usage('0'), { from: JANUARY.from, to: day(16) }),
      partOf(flat('20'), usage('0'), { from: day(16), to: JANUARY.to, terms: { ...terms, id: 'premium' } }),
    ];
    expect(rateSku(parts, JANUARY).map(textOf)).toEqual(['10', '20']);
  });
});

describe('a version that goes on', () => {
  it('goes on in the tiers, at its own prices', () => {
    const price = (first: string, second: string): Price => ({
      ...{ model: 'graduated', tiers: tiers(`10: ${first}`, `*: ${second}`), zeroUsageFlat: false },
    });
    const old = on(price('5 + 1', '2 + 4'));
    const next = on(price('6 + 2', '3 + 8'));
    // 8 in the first tier; 2 in the first, 5 in the second, whose flat price is new.
    expect(rateParts([old, '8', 16], [next, '7', 32])).toEqual(['41', '35']);
    expect(rateParts([old, '12', 16], [next, '7', 32])).toEqual(['59', '21']);
    expect(rateParts([old, '0', 16], [next, '7', 32])).toEqual(['0', '44']);
  });

  it('prices a volume by the tier that the total reaches, each version its own quantity', () => {
    const price = (first: string, second: string): Price => ({
      ...{ model: 'volume', tiers: tiers(`10: ${first}`, `*: ${second}`), zeroUsageFlat: false },
    });
    const [old, next] = [on(price('5 + 1', '3 + 7')), on(price('6 + 2', '4 + 9'))];
    expect(rateParts([old, '8', 16], [next, '2', 32])).toEqual(['41', '12']);
    expect(rateParts([old, '8', 16], [next, '3', 32])).toEqual(['31', '12']);
  });

  it('charges the stair that the total reaches once, or by days', () => {
    const [old, next] = [stairs('10: 100', '*: 155'), stairs('10: 200', '*: 310')].map((steps): Price => ({
      model: 'stairstep',
      tiers: steps,
      zeroUsageFlat: false,
    })) as [Price, Price];
    expect(rateParts([on(old), '8', 11], [on(next), '8', 32])).toEqual(['155', '0']);
    const days = { proration: 'days' } as const;
    expect(rateParts([on(old, days), '8', 11], [on(next, days), '8', 32])).toEqual(['50', '210']);
  });

  it('charges packages that were not begun before', () => {
    const sku = (price: string) => on({ model: 'package', size: decimal('10'), price: decimal(price) });
    expect(rateParts([sku('1'), '12', 16], [sku('2'), '7', 32])).toEqual(['2', '0']);
    expect(rateParts([sku('1'), '12', 16], [sku('2'), '9', 32])).toEqual(['2', '2']);
  });

  it('has what is free only once', () => {
    const more = { freeQuantity: decimal('10') };
    const sku = on({ model: 'perUnit', unit: decimal('2') }, more);
    expect(rateParts([sku, '7', 16], [sku, '7', 32])).toEqual(['0', '8']);
    const rate = decimal('1');
    const free = { freeEvents: decimal('2'), freeAmount: decimal('250'), min: null, max: null };
    const percentage = on({ model: 'percentage', rate, fixed: decimal('0'), ...free });
    expect(rateParts([percentage, events('100'), 16], [percentage, events('200', '100'), 32])).toEqual([
      '0',
      '1.5',
    ]);
  });

  it('rounds the quantity of all parts together', () => {
    const convert = { op: 'divide', factor: decimal('1000'), round: 'up' } as const;
    const sku = on({ model: 'perUnit', unit: decimal('2') }, { convert });
    expect(rateParts([sku, '1500', 11], [sku, '400', 21], [sku, '200', 32])).toEqual(['4', '0', '2']);
  });

  it('sums up amounts over tiers', () => {
    const rates = [
      { upTo: decimal('100'), rate: decimal('10'), flat: decimal('1') },
      { upTo: null, rate: decimal('5'), flat: decimal('2') },
    ];
    const sku = on({ model: 'graduatedPercentage', tiers: rates, zeroUsageFlat: false });
    expect(rateParts([sku, events('80'), 16], [sku, events('40'), 32])).toEqual(['9', '5']);
    const dynamic = on({ model: 'dynamic', multiplier: decimal('2') });
    expect(rateParts([dynamic, events('80'), 16], [dynamic, events('40'), 32])).toEqual(['160', '80']);
  });

  it('holds the least and the most against all parts together', () => {
    const more = { minAmount: decimal('20'), maxAmount: decimal('30') };
    const sku = on({ model: 'perUnit', unit: decimal('1') }, more);
    expect(rateParts([sku, '8', 11], [sku, '8', 21], [sku, '8', 32])).toEqual(['20', '0', '4']);
    expect(rateParts([sku, '28', 16], [sku, '8', 32])).toEqual(['28', '2']);
  });

  it.each([
    ['sum', '5', '2', '10'],
    ['sum', '5', '6', '50'],
    ['max', '10', '9', '10'],
    ['max', '9', '11', '50'],
    ['last', '11', '10', '10'],
    ['last', '10', '11', '50'],
  ] as const)(
    'prices a capacity by limits of all parts: the %s of %s and %s',
    (aggregate, first, second, all) => {
      const price: Price = {
        model: 'capacity',
        tiers: [capacityTier('10', { seats: '10' }), capacityTier('50', {})],
      };
      const sku = on(price);
      const seats: Meter = { aggregate, window: 'period', name: 'seats' };
      const known = { ...terms, skus: [sku, skuOf(price, { id: 'seat', meter: seats })] };
      const parts = [first, second].map((quantity, index) =>
        partOf(sku, usage('0', { limits: { seats: decimal(quantity) } }), {
          ...{ terms: known, from: day(1 + index), to: day(2 + index) },
        }),
      );
      expect(rateSku(parts, JANUARY).map(textOf)).toEqual([all, '0']);
    },
  );

  it.each([
    ['unique', { seats: decimal('3') }, { seats: decimal('2') }, 'usage of seats is not known'],
    ['unique', { seats: decimal('3') }, { seats: ZERO }, '10 + 0'],
    ['unique', { seats: ZERO }, { seats: decimal('11') }, '50 + 0'],
    ['sum', {}, { seats: decimal('2') }, 'usage of seats is not known'],
    ['sum', { seats: decimal('2') }, {}, 'usage of seats is not known'],
  ] as const)(
    'prices a capacity by a %s limit only as far as it is known: %j, %j',
    (aggregate, first, second, all) => {
      const sku = on({
        model: 'capacity',
        tiers: [capacityTier('10', { seats: '10' }), capacityTier('50', {})],
      });
      const seats: Meter = { aggregate, window: 'period', name: null };
      const known = { ...terms, skus: [sku, { ...sku, id: 'seats', meter: seats }] };
      const parts = [first, second].map((limits, index) =>
        partOf(sku, usage('0', { limits }), { terms: known, from: day(1 + index), to: day(2 + index) }),
      );
      expect(rateSku(parts, JANUARY).map(textOf).join(' + ')).toContain(all);
    },
  );

  it('knows what is unique when only one part has usage', () => {
    const meter: Meter = { aggregate: 'unique', window: 'period', name: null };
    const sku = on({ model: 'perUnit', unit: decimal('2') }, { meter });
    expect(rateParts([sku, '3', 11], [sku, NO_USAGE, 32])).toEqual(['6', '0']);
    expect(rateParts([sku, NO_USAGE, 11], [sku, '3', 32])).toEqual(['0', '6']);
    expect(rateParts([sku, '3', 11], [sku, '1', 32])[1]).toContain('unique');
  });

  it('tells for each part what is billable of it', () => {
    const sku = on({ model: 'perUnit', unit: decimal('2') }, { freeQuantity: decimal('10') });
    const parts = ['12', '5'].map((quantity, index) =>
      partOf(sku, usage(quantity), { from: day(1 + index), to: day(2 + index) }),
    );
    expect(rateSku(parts, JANUARY).map(({ billable }) => billable.toFixed())).toEqual(['2', '5']);
  });

  it('has amounts when only a part without usage has none', () => {
    const sku = on({ model: 'dynamic', multiplier: decimal('2') });
    expect(rateParts([sku, NO_USAGE, 11], [sku, events('4'), 21], [sku, NO_USAGE, 32])).toEqual([
      '0',
      '8',
      '0',
    ]);
  });

  it.each([
    ['model', { price: { model: 'perUnit', unit: decimal('1') } }],
    ['unit', { unit: 'call' }],
    ['aggregate', { meter: { aggregate: 'max', window: 'period', name: null } }],
    ['window', { meter: { aggregate: 'sum', window: 'day', name: null } }],
  ] satisfies [string, Partial<Sku>][])('restarts with another %s', (_name, more) => {
    const sku = on({ model: 'package', size: decimal('10'), price: decimal('1') });
    expect(rateParts([sku, '1', 16], [{ ...sku, ...more }, '1', 32])).toEqual(['1', '1']);
  });

  it('is unknown from the part on that is unknown', () => {
    const sku = on({ model: 'dynamic', multiplier: decimal('2') });
    const [first, second] = rateParts(
      [sku, events('80'), 16],
      [sku, usage('1', { events: decimal('1') }), 32],
    );
    expect(first).toBe('160');
    expect(second).toContain('x_EventAmount');
  });
});
