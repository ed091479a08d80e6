import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum } from '../../../lib/decimal.ts';
import type { Aggregate, Discount } from '../../../model/billing/terms.ts';
import { discount, held, JANUARY, january, netsOf, sku, terms, used } from '../testing/make.ts';

const skus = [sku('api'), sku('disk')];
const conditions = { tags: {}, minQuantity: null, minAmount: null };

function nets(discounts: readonly Discount[], usage: Record<string, string>, binding = {}) {
  return netsOf(january(held(terms({ skus, discounts }), binding), usage));
}

describe('a discount', () => {
  it.each([
    ['percent', discount('d', 'percent', '12.5'), { api: '87.5', disk: '43.75' }],
    ['fixed, in proportion', discount('d', 'fixed', '10'), { api: '93.33', disk: '46.67' }],
    ['fixed, at most all there is', discount('d', 'fixed', '1000'), { api: '0', disk: '0' }],
    ['fixed, of one SKU', discount('d', 'fixed', '10', { skus: ['disk'] }), { api: '100', disk: '40' }],
    [
      'percent with a cap over all lines',
      discount('d', 'percent', '50', { cap: decimal('10') }),
      { api: '93.33', disk: '46.67' },
    ],
    ['free quantity, of each SKU', discount('d', 'freeQuantity', '30'), { api: '70', disk: '20' }],
    [
      'free quantity with a cap',
      discount('d', 'freeQuantity', '30', { cap: decimal('40') }),
      { api: '70', disk: '40' },
    ],
    ['not for all', discount('d', 'percent', '50', { enabled: false }), { api: '100', disk: '50' }],
  ])('%s', (_name, given, expected) => {
    expect(nets([given], { api: '100', disk: '50' })).toEqual(expected);
  });

  it('that is not for all is for those to whom it is granted', () => {
    const given = discount('d', 'percent', '50', { enabled: false });
    expect(nets([given], { api: '100' }, { grants: ['d'] })).toEqual({ api: '50' });
  });

  it.each([
    ['tags of the customer', { tags: { plan: 'gold' } }, { tags: { plan: 'gold', region: 'eu' } }, '90'],
    ['other tags', { tags: { plan: 'gold' } }, { tags: { plan: 'silver' } }, '100'],
    ['a quantity that is reached', { minQuantity: decimal('100') }, {}, '90'],
    ['a quantity that is not', { minQuantity: decimal('100.1') }, {}, '100'],
    ['an amount that is reached', { minAmount: decimal('100') }, {}, '90'],
    ['an amount that is not', { minAmount: decimal('101') }, {}, '100'],
  ])('on the condition of %s', (_name, condition, binding, expected) => {
    const given = discount('d', 'percent', '10', { conditions: { ...conditions, ...condition } });
    expect(nets([given], { api: '100' }, binding)).toEqual({ api: expected });
  });

  it('goes into the tiers of a price when it is a free quantity, and shows what it took off', () => {
    const tiers = [
      { upTo: decimal('10'), unit: decimal('2'), flat: decimal('0') },
      { upTo: null, unit: decimal('1'), flat: decimal('0') },
    ];
    const tiered = sku('api', { price: { model: 'graduated', tiers, zeroUsageFlat: false } });
    const [line] = january(held(terms({ skus: [tiered], discounts: [discount('d', 'freeQuantity', '5')] })), {
      api: '20',
    }).lines;
    expect(line?.billable.toFixed()).toBe('15');
    expect(line?.list.toFixed()).toBe('30');
    expect(line?.discounts.map(({ amount }) => amount.toFixed())).toEqual(['5']);
    expect(line?.net.toFixed()).toBe('25');
  });

  describe('of a free quantity that would raise the bill', () => {
    // 95 units cost more than 105.
    const tiers = [
      { upTo: decimal('100'), unit: decimal('2'), flat: decimal('0') },
      { upTo: null, unit: decimal('1.5'), flat: decimal('0') },
    ];
    const volume = { ...sku('api'), price: { model: 'volume', tiers, zeroUsageFlat: false } as const };
    const percent = discount('p', 'percent', '20', { precedence: 2 });
    it.each<[string, Discount[], string, string]>([
      ['takes nothing', [discount('f', 'freeQuantity', '10')], '157.5', '105'],
      [
        'takes nothing with a cap',
        [discount('f', 'freeQuantity', '10', { cap: decimal('5') })],
        '157.5',
        '105',
      ],
      [
        'leaves one that takes less',
        [discount('e', 'freeQuantity', '2'), discount('f', 'freeQuantity', '10')],
        '154.5',
        '103',
      ],
      [
        'keeps no other out',
        [discount('f', 'freeQuantity', '10', { stacking: 'exclusive' }), percent],
        '126',
        '105',
      ],
      [
        'is not the best',
        [discount('f', 'freeQuantity', '10', { stacking: 'best' }), { ...percent, stacking: 'best' }],
        '126',
        '105',
      ],
    ])('%s', (_name, discounts, net, billable) => {
      const { lines } = january(held(terms({ skus: [volume], discounts })), { api: '105' });
      expect(lines.map((line) => [line.net.toFixed(), line.billable.toFixed()])).toEqual([[net, billable]]);
    });
  });

  describe('from a quantity on', () => {
    const half = '2027-01-11T00:00:00Z';
    const least = discount('d', 'percent', '50', {
      conditions: { ...conditions, minQuantity: decimal('10') },
    });
    const twice = (aggregate: Aggregate, first: string, second: string) => {
      const seats = sku('api', { meter: { aggregate, window: 'period', name: null } });
      const own = terms({ skus: [seats], discounts: [least] });
      const [one, two] = [
        { from: JANUARY.from, to: half },
        { from: half, to: JANUARY.to },
      ];
      return january(
        [held(own, { to: half }), held({ ...own, version: '2.0.0' }, { from: half })],
        [
          ...used({ api: first }, { aggregate, within: one }),
          ...used({ api: second }, { aggregate, within: two }),
        ],
      );
    };
    it.each<[Aggregate, string, string, string]>([
      ['sum', '8', '7', '7.5'],
      ['max', '8', '7', '15'],
      ['max', '12', '7', '9.5'],
      ['last', '20', '3', '23'],
      ['last', '20', '0', '20'],
      ['unique', '12', '7', '9.5'],
      ['unique', '3', '4', '7'],
    ])('looks at the %s of the whole period: %s and %s', (aggregate, first, second, net) => {
      const found = twice(aggregate, first, second);
      expect([found.net.toFixed(), found.unknowns]).toEqual([net, []]);
    });

    it('is not taken off where nobody knows how much is unique, and that is said', () => {
      const found = twice('unique', '8', '7');
      expect(found.net.toFixed()).toBe('15');
      expect(found.unknowns).toEqual([
        'Whether discount d is due is not known, and it is not taken off: what is unique in a period cannot be told from what is unique in parts of it.',
      ]);
    });
  });

  it('is explained', () => {
    const [line] = january(
      held(terms({ discounts: [discount('spring', 'percent', '10')] })),
      { api: '50' },
      true,
    ).lines;
    expect(line?.steps.map(({ step, text }) => `${step}: ${text}`).slice(-2)).toEqual([
      'discounts: spring (10 percent): 50 - 5 = 45',
      'line rounding: 45, halfUp = 45',
    ]);
  });
});

describe('several discounts', () => {
  const [ten, twenty] = [
    discount('ten', 'percent', '10'),
    discount('twenty', 'percent', '20', { precedence: 2 }),
  ];
  const five = discount('five', 'fixed', '5', { precedence: 3 });

  it.each<[string, Discount[], string]>([
    ['stack on what is left, by precedence', [five, twenty, ten], '67'],
    ['stack in another order by precedence', [{ ...five, precedence: 0 }, twenty, ten], '68.4'],
    ['leave an exclusive one alone', [ten, { ...twenty, stacking: 'exclusive' }, five], '80'],
    [
      'leave the first of two exclusive ones alone',
      [
        { ...ten, stacking: 'exclusive' },
        { ...twenty, stacking: 'exclusive' },
      ],
      '90',
    ],
    [
      'let the best of the best ones through',
      [
        { ...ten, stacking: 'best' },
        { ...twenty, stacking: 'best' },
      ],
      '80',
    ],
    [
      'stack the best one with others',
      [{ ...ten, stacking: 'best' }, { ...twenty, stacking: 'best' }, five],
      '75',
    ],
  ])('%s', (_name, discounts, expected) => {
    expect(nets(discounts, { api: '100' })).toEqual({ api: expected });
  });

  it('compares a fixed one that is for many lines by its part of each', () => {
    const fixed = discount('fixed', 'fixed', '20', { stacking: 'best' });
    const percent = discount('percent', 'percent', '30', { stacking: 'best', precedence: 2 });
    expect(nets([fixed, percent], { api: '50', disk: '50' })).toEqual({ api: '35', disk: '35' });
  });

  it('never take more than there is, whatever their order in the profile', () => {
    const one = fc.record({
      type: fc.constantFrom<Discount['type']>('percent', 'fixed', 'freeQuantity'),
      value: fc.integer({ min: 1, max: 100 }),
      precedence: fc.integer({ min: 0, max: 3 }),
      stacking: fc.constantFrom<Discount['stacking']>('stack', 'exclusive', 'best'),
      cap: fc.option(fc.integer({ min: 1, max: 50 })),
    });
    const usage = fc.record({
      api: fc.integer({ min: 0, max: 300 }),
      disk: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), usage, (drawn, { api, disk }) => {
        const discounts = drawn.map(({ type, value, precedence, stacking, cap }, index) =>
          discount(`d${index}`, type, `${value}`, {
            precedence,
            stacking,
            cap: cap === null ? null : decimal(cap),
          }),
        );
        const quantities = { api: `${api}.005`, disk: `${disk}` };
        const invoice = january(held(terms({ skus, discounts })), quantities);
        for (const line of invoice.lines) {
          const taken = sum(line.discounts.map(({ amount }) => amount));
          expect(taken.lte(line.list)).toBe(true);
          expect(line.discounts.every(({ amount }) => amount.gt('0'))).toBe(true);
        }
        const turned = terms({ skus: skus.toReversed(), discounts: discounts.toReversed() });
        expect(january(held(turned), quantities)).toEqual(invoice);
      }),
    );
  });
});
