import { describe, expect, it } from 'vitest';
import { decimal } from '../../../lib/decimal.ts';
import type { Commitment, Discount, Sku } from '../../../model/billing/terms.ts';
import { commitment, discount, held, january, JANUARY, netsOf, sku, terms, used } from '../testing/make.ts';

const skus = [sku('api'), sku('disk')];
const factor = { type: 'factor', value: decimal('1.5') } as const;
const rate = { type: 'rate', value: decimal('3') } as const;

function bill(commitments: readonly Commitment[], usage: Record<string, string>, binding = {}) {
  return january(held(terms({ skus, commitments }), binding), usage);
}

describe('a least spend', () => {
  it.each([
    ['not reached', {}, { api: '60', 'true-up least': '40' }],
    ['not reached by the SKUs that count', { skus: ['disk'] }, { api: '60', 'true-up least': '100' }],
    ['reached', { amount: decimal('60') }, { api: '60' }],
    [
      'exceeded, with overage',
      { amount: decimal('40'), overage: factor },
      { api: '60', 'overage least': '10' },
    ],
  ])('that is %s', (_name, more, expected) => {
    expect(netsOf(bill([commitment('least', 'minSpend', '100', more)], { api: '60' }))).toEqual(expected);
  });

  it('counts what is left after discounts', () => {
    const own = terms({
      discounts: [discount('d', 'percent', '50')],
      commitments: [commitment('least', 'minSpend', '100')],
    });
    expect(netsOf(january(held(own), { api: '60' }))).toEqual({ api: '30', 'true-up least': '70' });
  });

  it('is filled up from rounded lines, to the minor unit', () => {
    const price = { model: 'perUnit', unit: decimal('0.001') } as const;
    const own = terms({
      skus: [sku('api', { price }), sku('disk', { price })],
      commitments: [commitment('least', 'minSpend', '500')],
    });
    const found = january(held(own), { api: '5', disk: '5' });
    expect(netsOf(found)).toEqual({ api: '0.01', disk: '0.01', 'true-up least': '499.98' });
    expect(found.payable.toFixed()).toBe('500');
  });

  describe('of SKUs of two units', () => {
    const two = [sku('api', { unit: 'message' }), sku('disk', { unit: 'minute' })];
    const due = (overage: Commitment['overage'], usage: Record<string, string>) => {
      const least = commitment('least', 'minSpend', '40', { overage });
      return january(held(terms({ skus: two, commitments: [least] })), usage);
    };
    const both = { api: '60', disk: '20' };

    it('has no price for each unit of what goes beyond', () => {
      const found = due(rate, both);
      expect(netsOf(found)).toEqual(both);
      expect(found.unknowns).toEqual([
        'Commitment least has usage in several units, and a price for each unit beyond it: how many units are charged is not known.',
      ]);
    });

    it('has one where only one of them is used', () => {
      expect(netsOf(due(rate, { api: '60' }))).toEqual({ api: '60', 'overage least': '40' });
    });

    it('has a multiple of what they cost, and adds no units up', () => {
      const found = due(factor, both);
      expect(netsOf(found)).toEqual({ ...both, 'overage least': '20' });
      const line = found.lines.find(({ kind }) => kind === 'overage');
      expect([line?.quantity.toFixed(), line?.unit]).toEqual(['0', null]);
    });
  });

  it('is due without any usage', () => {
    expect(netsOf(bill([commitment('least', 'minSpend', '100')], {}))).toEqual({ 'true-up least': '100' });
  });

  it('counts what a narrower one has charged', () => {
    const both = [
      commitment('all', 'minSpend', '100'),
      commitment('disk', 'minSpend', '70', { skus: ['disk'] }),
    ];
    expect(netsOf(bill(both, { api: '20' }))).toEqual({
      api: '20',
      'true-up disk': '70',
      'true-up all': '10',
    });
  });

  it.each([
    ['all of it', 'none', '310'],
    ['by days', 'days', '210'],
  ] as const)('that a customer has since the 11th is due: %s', (_name, proration, due) => {
    const least = commitment('least', 'minSpend', '310', { proration });
    const since = { from: '2027-01-11T00:00:00Z' };
    expect(netsOf(bill([least], {}, since))).toEqual({ 'true-up least': due });
  });

  it('is not due before the quarter ends, and unknown when the quarter began before the usage', () => {
    const least = commitment('least', 'minSpend', '310', { period: 'quarter' });
    expect(netsOf(bill([least], {}))).toEqual({});
    const begun = bill(
      [commitment('least', 'minSpend', '310', { period: 'term' })],
      {},
      { from: '2026-12-01T00:00:00Z', to: JANUARY.to },
    );
    expect(netsOf(begun)).toEqual({});
    expect(begun.unknowns).toEqual([
      'What was used of commitment least before 2027-01-01T00:00:00Z is not recorded: the commitment is not in the amounts.',
    ]);
  });

  it('of a term without an end is never due, and that is said', () => {
    const { notices, lines } = bill([commitment('least', 'minSpend', '9', { period: 'term' })], {});
    expect(lines).toEqual([]);
    expect(notices).toEqual([
      'What is not used of commitment least is charged when its term ends, and it has no end.',
    ]);
  });

  it('tells the highest level that is reached', () => {
    const least = commitment('least', 'minSpend', '100', { alertAt: [50, 80, 100] });
    expect(bill([least], { api: '85' }).notices).toEqual([
      'Commitment least has reached 80 percent: 85 of 100 is used.',
    ]);
    expect(bill([least], { api: '49' }).notices).toEqual([]);
    expect(bill([least], { api: '140' }).notices).toEqual([
      'Commitment least has reached 100 percent: 100 of 100 is used.',
    ]);
  });
});

describe('a quantity', () => {
  const quantity = (more: Partial<Commitment>) =>
    commitment('units', 'quantity', '100', { skus: ['api'], ...more });

  it.each([
    ['used up', {}, '100', { api: '100' }],
    ['not used up: the rest is charged', {}, '70', { api: '70', 'true-up units': '30' }],
    ['exceeded, at the list price', {}, '150', { api: '150' }],
    ['exceeded, at a price of its own', { overage: rate }, '150', { api: '150', 'overage units': '100' }],
    [
      'exceeded, at a multiple of the price',
      { overage: factor },
      '150',
      { api: '150', 'overage units': '25' },
    ],
  ])('%s', (_name, more, used_, expected) => {
    expect(netsOf(bill([quantity(more)], { api: used_ }))).toEqual(expected);
  });

  it.each([
    [null, 'u'],
    [{ op: 'divide', factor: decimal('10'), round: 'none' } as const, null],
  ])('counts what goes beyond in billed units, which have no name after a conversion', (convert, unit) => {
    const own = terms({
      skus: [{ ...sku('api'), unit: 'u', convert }],
      commitments: [quantity({ amount: decimal('1'), overage: factor })],
    });
    const line = january(held(own), { api: '50' }).lines.find(({ kind }) => kind === 'overage');
    expect(line?.unit).toBe(unit);
  });

  it('costs together what all of it does', () => {
    const tiers = [
      { upTo: decimal('50'), unit: decimal('2'), flat: decimal('0') },
      { upTo: null, unit: decimal('1'), flat: decimal('0') },
    ];
    const tiered = sku('api', { price: { model: 'graduated', tiers, zeroUsageFlat: false } });
    const own = terms({ skus: [tiered], commitments: [quantity({})] });
    // 100 units cost 150.
    expect(netsOf(january(held(own), { api: '40' }))).toEqual({ api: '80', 'true-up units': '70' });
  });

  const ten = decimal('10');
  it.each<[string, Partial<Sku>, Discount[], string, Record<string, string>]>([
    ['at most', { maxAmount: decimal('20') }, [], '0', { 'true-up units': '20' }],
    ['at most, reached', { maxAmount: decimal('20') }, [], '50', { api: '20' }],
    ['at least', { minAmount: decimal('150') }, [], '0', { api: '150' }],
    ['after discounts', {}, [discount('d', 'percent', '10')], '40', { api: '36', 'true-up units': '54' }],
    ['after a fixed one', {}, [discount('d', 'fixed', '30')], '0', { 'true-up units': '70' }],
    [
      'after one for much usage',
      {},
      [
        discount('d', 'percent', '50', {
          conditions: { tags: {}, minQuantity: decimal('90'), minAmount: null },
        }),
      ],
      '40',
      { api: '40', 'true-up units': '10' },
    ],
    [
      'with what is free',
      { freeQuantity: ten },
      [discount('d', 'freeQuantity', '5')],
      '0',
      { 'true-up units': '100' },
    ],
    [
      'with what is free of it',
      { freeQuantity: ten },
      [discount('d', 'freeQuantity', '5')],
      '55',
      { api: '40', 'true-up units': '60' },
    ],
    [
      'in converted units',
      { convert: { op: 'multiply', factor: decimal('3'), round: 'up' } },
      [],
      '20',
      { api: '60', 'true-up units': '40' },
    ],
  ])('is charged as if all of it were used: %s', (_name, more, discounts, quantity_, expected) => {
    const own = terms({ skus: [sku('api', more)], discounts, commitments: [quantity({})] });
    expect(netsOf(january(held(own), quantity_ === '0' ? {} : { api: quantity_ }))).toEqual(expected);
  });

  describe('of seats', () => {
    const half = '2027-01-11T00:00:00Z';
    const meter = { aggregate: 'max', window: 'period', name: null } as const;
    const seats = (more: Partial<Sku> = {}) =>
      sku('api', { meter, price: { model: 'perUnit', unit: ten }, proration: 'days', ...more });
    const twice = (
      first: string,
      second: string,
      amount: string,
      more: Partial<Sku> = {},
      overage: Commitment['overage'] = null,
    ) => {
      const own = seats(more);
      const base = terms({ skus: [own], commitments: [quantity({ amount: decimal(amount), overage })] });
      const cell = { aggregate: own.meter.aggregate };
      return january(
        [held(base, { to: half }), held({ ...base, version: '2.0.0' }, { from: half })],
        [
          ...used({ api: first }, { ...cell, within: { from: JANUARY.from, to: half } }),
          ...used({ api: second }, { ...cell, within: { from: half, to: JANUARY.to } }),
        ],
      );
    };

    it.each(['restart', 'continue'] as const)('counts the most of the period: %s', (onChange) => {
      const found = twice('8', '8', '10', { onChange }, rate);
      expect(found.lines.map(({ kind }) => kind)).toEqual(['usage', 'usage', 'true-up']);
      // Ten seats cost 100.
      expect(found.payable.toFixed()).toBe('100');
      expect(twice('12', '12', '10', { onChange }, rate).payable.toFixed()).toBe('106');
    });

    it('counts the last of the period', () => {
      const found = twice('20', '3', '10', { meter: { ...meter, aggregate: 'last' } }, rate);
      expect(found.lines.some(({ kind }) => kind === 'overage')).toBe(false);
    });

    it('is unknown of what is unique in both parts', () => {
      const found = twice('20', '3', '10', { meter: { ...meter, aggregate: 'unique' } }, rate);
      expect(found.lines.map(({ kind }) => kind)).toEqual(['usage', 'usage']);
      expect(found.unknowns).toEqual([
        'How many units count for commitment units is not known, and it is not in the amounts: what is unique in a period cannot be told from what is unique in parts of it.',
      ]);
      const one = twice('20', '0', '10', { meter: { ...meter, aggregate: 'unique' } }, rate);
      expect(one.unknowns).toEqual([]);
    });
  });

  it('of a SKU whose price does not go by one has none for what is not used', () => {
    const flat = sku('api', { price: { model: 'flat', amount: ten } });
    const found = january(held(terms({ skus: [flat], commitments: [quantity({})] })), {});
    expect(netsOf(found)).toEqual({ api: '10' });
    expect(found.unknowns).toEqual(['Commitment units is of a quantity, and api has no price for one.']);
  });

  it('of several SKUs has no price for what is not used', () => {
    const invoice = bill([commitment('units', 'quantity', '100')], { api: '70' });
    expect(netsOf(invoice)).toEqual({ api: '70' });
    expect(invoice.unknowns).toEqual([
      'Commitment units has several SKUs: at which price 30 unused units are charged is not known.',
    ]);
  });
});

describe('a credit', () => {
  it.each([
    ['pays all', '100', {}, { api: '60', 'credit paid': '-60' }],
    ['pays until it is used up', '40', {}, { api: '60', 'credit paid': '-40' }],
    ['then costs more', '40', { overage: factor }, { api: '60', 'overage paid': '10', 'credit paid': '-40' }],
    ['pays its own SKUs', '100', { skus: ['disk'] }, { api: '60' }],
  ])('%s', (_name, amount, more, expected) => {
    expect(netsOf(bill([commitment('paid', 'prepaid', amount, more)], { api: '60' }))).toEqual(expected);
  });

  it('that ends first and is smallest is drawn first; together they pay no more than is due', () => {
    const credits = [
      commitment('year', 'prepaid', '10', { period: 'year' }),
      commitment('large', 'prepaid', '50'),
      commitment('small', 'prepaid', '20'),
    ];
    expect(netsOf(bill(credits, { api: '60', disk: '15' }))).toEqual({
      ...{ api: '60', disk: '15' },
      ...{ 'credit small': '-20', 'credit large': '-50', 'credit year': '-5' },
    });
  });

  it('pays lines as they are rounded', () => {
    const price = { model: 'perUnit', unit: decimal('0.001') } as const;
    const own = terms({
      skus: [sku('api', { price }), sku('disk', { price })],
      commitments: [commitment('paid', 'prepaid', '100')],
    });
    const found = january(held(own), { api: '5', disk: '5' });
    expect(netsOf(found)).toEqual({ api: '0.01', disk: '0.01', 'credit paid': '-0.02' });
  });

  it('pays what a least spend has added', () => {
    const both = [commitment('paid', 'prepaid', '500'), commitment('least', 'minSpend', '100')];
    const expected = { api: '60', 'true-up least': '40', 'credit paid': '-100' };
    expect(netsOf(bill(both, { api: '60' }))).toEqual(expected);
  });
});

it('goes by the usage of the version that has the commitment', () => {
  const half = '2027-01-11T00:00:00Z';
  const one = held(terms({ commitments: [commitment('least', 'minSpend', '310', { proration: 'days' })] }), {
    to: half,
  });
  const two = held(terms({ version: '2.0.0' }), { from: half });
  const cells = [
    ...used({ api: '30' }, { within: { from: JANUARY.from, to: half } }),
    ...used({ api: '500' }, { within: { from: half, to: JANUARY.to } }),
  ];
  const { lines } = january([one, two], cells);
  expect(lines.map(({ kind, net }) => `${kind} ${net.toFixed()}`)).toEqual([
    'usage 30',
    'usage 500',
    'true-up 70',
  ]);
});
