import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { Price, Sku } from '../../model/billing/terms.ts';
import { type RatedSku, rateSku, type SkuUsage } from './rate-sku.ts';
import { capacityTier, day, events, JANUARY, partOf, skuOf, stairs } from './test-support/build.ts';
import { tiers, usage } from './test-support/build.ts';

const explained = (sku: Sku, ...parts: readonly (readonly [SkuUsage, number])[]): RatedSku[] => {
  let from = 1;
  const built = parts.map(([used, to]) => {
    const part = partOf(sku, used, { from: day(from), to: day(to) });
    from = to;
    return part;
  });
  return rateSku(built, JANUARY, true);
};
const texts = (rated: RatedSku | undefined) => rated?.steps.map(({ step, text }) => `${step}: ${text}`);
const model = (price: Price, used: SkuUsage, to = 32, more: Partial<Sku> = {}) =>
  explained(skuOf(price, more), [used, to])[0]?.steps.find(({ step }) => step === 'model')?.text;

describe('the steps of a line', () => {
  const graduated: Price = {
    model: 'graduated',
    tiers: tiers('1000: 0.12', '*: 0.09 + 20'),
    zeroUsageFlat: false,
  };
  const all: Partial<Sku> = {
    convert: { op: 'divide', factor: decimal('1000'), round: 'up' },
    freeQuantity: decimal('1000'),
    minAmount: decimal('200'),
  };

  it('say what was done, in the order of calculation', () => {
    const [rated] = explained(skuOf(graduated, all), [usage('2499001.5'), 32]);
    expect(texts(rated)).toEqual([
      'meter: 2,499,001.5 (request; sum of each period)',
      'convert: 2,499,001.5 / 1,000, rounded up = 2,500',
      'free quantity: 2,500 - 1,000 free = 1,500',
      'model: graduated: 1,000 x 0.12 + 500 x 0.09 + 20 flat = 185',
      'least and most: 185, at least 200: 200',
    ]);
    expect(rated?.steps.at(-1)?.amount?.toFixed()).toBe('200');
  });

  it('say what of it earlier parts of the period had, and what is by days', () => {
    const more = { ...all, convert: null, onChange: 'continue', proration: 'days' } as const;
    const [, second] = explained(skuOf(graduated, more), [usage('2500'), 11], [usage('600'), 32]);
    expect(texts(second)).toEqual([
      'meter: 600 (request; sum of each period); 3,100 with earlier parts of the period, 2,500 before',
      'free quantity: 3,100 - 1,000 free = 2,100; less 1,500 of earlier parts = 600',
      'model: graduated: 600 x 0.09 + 20 x 21 of 31 days flat = 67.548387096774193548...',
      'least and most: 239, at least 200: 239; less 171.451612903225806451... of earlier parts = 67.548387096774193548...',
    ]);
  });

  it('name a flat price in the part that reaches it, and what is left of it by days', () => {
    const price: Price = {
      model: 'graduated',
      tiers: tiers('10: 1 + 31', '*: 2 + 62'),
      zeroUsageFlat: false,
    };
    const sku = skuOf(price, { onChange: 'continue', proration: 'days' });
    const rated = explained(sku, [usage('8'), 11], [usage('7'), 21]);
    expect(rated.map(({ steps }) => steps.at(-1)?.text)).toEqual([
      'graduated: 8 x 1 + 31 x 10 of 31 days flat = 18',
      'graduated: 2 x 1 + 31 x 10 of 31 days flat + 5 x 2 + 62 x 20 of 31 days flat = 62',
    ]);
  });

  it('are left out unless they are asked for', () => {
    expect(rateSku([partOf(skuOf(graduated), usage('5'))], JANUARY)[0]?.steps).toEqual([]);
  });

  it('end where nobody can say more', () => {
    const [rated] = explained(skuOf({ model: 'dynamic', multiplier: decimal('1') }), [usage('5'), 32]);
    expect(texts(rated)).toEqual(['meter: 5 (request; sum of each period)']);
  });

  it('take a level by days as a whole', () => {
    const meter = { aggregate: 'max', window: 'period', name: null } as const;
    const more = { meter, onChange: 'continue', proration: 'days' } as const;
    const sku = skuOf({ model: 'perUnit', unit: decimal('31') }, more);
    const rated = explained(sku, [usage('5'), 11], [usage('6'), 32]);
    expect(rated.map(({ steps }) => steps.at(-1)?.text)).toEqual([
      'perUnit: 5 x 31, x 10 of 31 days = 50',
      'perUnit: 6 x 31 = 186; less 50 of earlier parts = 136',
    ]);
  });
});

describe('the calculation of a model', () => {
  const volume = (zeroUsageFlat: boolean): Price => ({
    ...{ model: 'volume', tiers: tiers('10: 5 + 31', '*: 4'), zeroUsageFlat },
  });
  const percentage: Price = {
    ...{ model: 'percentage', rate: decimal('2.9'), fixed: decimal('0.3'), min: decimal('0.5') },
    ...{ max: decimal('20'), freeEvents: null, freeAmount: decimal('150') },
  };
  const rates = [
    { upTo: decimal('1000'), rate: decimal('2.5'), flat: decimal('0') },
    { upTo: null, rate: decimal('1'), flat: decimal('7') },
  ];

  it.each([
    [{ model: 'flat', amount: decimal('31') }, usage('5'), 11, 'flat: 31 x 10 of 31 days = 10'],
    [{ model: 'perUnit', unit: decimal('0.002') }, usage('5000'), 32, 'perUnit: 5,000 x 0.002 = 10'],
    [volume(true), usage('10'), 32, 'volume: 10 x 5 + 31 flat = 81'],
    [volume(true), usage('0'), 11, 'volume: 0 x 5 + 31 x 10 of 31 days flat = 10'],
    [volume(false), usage('0'), 32, 'volume: 0 = 0'],
    [volume(false), usage('11'), 32, 'volume: 11 x 4 = 44'],
    [
      { model: 'stairstep', tiers: stairs('10: 9', '*: 12'), zeroUsageFlat: false },
      usage('11'),
      32,
      'stairstep: 12 = 12',
    ],
    [
      { model: 'package', size: decimal('100'), price: decimal('5') },
      usage('201'),
      32,
      'package: 3 x 5 (packages of 100) = 15',
    ],
    [{ model: 'capacity', tiers: [capacityTier('31', {})] }, usage('1'), 32, 'capacity: 31 = 31'],
    [{ model: 'dynamic', multiplier: decimal('1.5') }, events('4', '6'), 32, 'dynamic: 10 x 1.5 = 15'],
    [
      { model: 'graduatedPercentage', tiers: rates, zeroUsageFlat: false },
      events('1500'),
      32,
      'graduatedPercentage: 1,000 x 2.5% + 500 x 1% + 7 flat = 37',
    ],
    [
      percentage,
      events('3 x 100'),
      32,
      'percentage: 300 in 3 events, 150 of it free; for each that pays: 2.9%, at least 0.5, at most 20, plus 0.3 = 4.95',
    ],
  ] satisfies [Price, SkuUsage, number, string][])('%j', (price, used, to, text) => {
    expect(model(price, used, to, { proration: 'days' })).toBe(text);
  });
});
