import { describe, expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { rateUsage } from './rate-usage.ts';
import { commitment, held, JANUARY, sku, terms, used } from './testing/make.ts';

const MONTHS = ['2027-01', '2027-02', '2027-03', '2027-04'].map((month) => `${month}-01T00:00:00Z`);
const [, FEBRUARY = '', , APRIL = ''] = MONTHS;

function recorded(cells: readonly UsageCell[], more: Partial<UsageAggregate['origin']> = {}): UsageAggregate {
  return {
    cells,
    counts: { rows: cells.length, accepted: cells.length, deduplicated: 0, pooled: 0, rejected: {} },
    rejectedRows: [],
    origin: { files: [], source: null, completeThrough: null, sampled: null, from: null, to: null, ...more },
    pools: {},
    reader: 'built-in',
  };
}

/** Quantities of the first months of 2027. */
function monthly(...quantities: readonly string[]): UsageCell[] {
  return quantities.flatMap((quantity, index) => {
    const within = { from: MONTHS[index] ?? '', to: MONTHS[index + 1] ?? '' };
    return used({ api: quantity }, { within });
  });
}

function rate(cells: readonly UsageCell[], segments: readonly TermsInForce[], origin = {}) {
  return rateUsage({ usage: recorded(cells, origin), termsOf: () => segments, explain: false });
}

function shown({ invoices }: ReturnType<typeof rate>): string[][] {
  return invoices.map(({ period, lines }) => [
    period.from.slice(0, 7),
    ...lines.map(({ kind, net }) => `${kind} ${net.toFixed()}`),
  ]);
}

describe('a commitment over several billing periods', () => {
  const quarterly = (type: 'minSpend' | 'prepaid', more = {}) =>
    terms({ commitments: [commitment('c', type, '100', { period: 'quarter', ...more })] });

  it('is trued up when its period ends, over a new version too', () => {
    const one = held(quarterly('minSpend'), { to: FEBRUARY });
    const two = held({ ...quarterly('minSpend'), version: '2.0.0' }, { from: FEBRUARY });
    expect(shown(rate(monthly('10', '20', '30'), [one, two]))).toEqual([
      ['2027-01', 'usage 10'],
      ['2027-02', 'usage 20'],
      ['2027-03', 'usage 30', 'true-up 40'],
    ]);
  });

  it('is trued up where it is broken off', () => {
    const gone = held(terms({ version: '2.0.0' }), { from: FEBRUARY });
    expect(shown(rate(monthly('10', '20'), [held(quarterly('minSpend'), { to: FEBRUARY }), gone]))).toEqual([
      ['2027-01', 'usage 10', 'true-up 90'],
      ['2027-02', 'usage 20'],
    ]);
  });

  it('is trued up at the end of the term where it says so: a good quarter makes up for a bad one', () => {
    const own = terms({ commitments: [commitment('c', 'minSpend', '100', { trueUp: 'term' })] });
    expect(shown(rate(monthly('150', '20', '30'), [held(own, { to: APRIL })]))).toEqual([
      ['2027-01', 'usage 150'],
      ['2027-02', 'usage 20'],
      ['2027-03', 'usage 30', 'true-up 100'],
    ]);
  });

  it('is a credit until it is used up', () => {
    expect(shown(rate(monthly('70', '20', '30'), [held(quarterly('prepaid'))]))).toEqual([
      ['2027-01', 'usage 70', 'credit -70'],
      ['2027-02', 'usage 20', 'credit -20'],
      ['2027-03', 'usage 30', 'credit -10'],
    ]);
  });

  it('counts a week for the month in which it begins', () => {
    const own = terms({ cadence: 'weekly', commitments: [commitment('c', 'minSpend', '100')] });
    const weeks = ['04', '11', '18', '25'].map((day) => ({ from: `2027-01-${day}T00:00:00Z`, to: FEBRUARY }));
    const cells = weeks.flatMap((within) => used({ api: '7' }, { within, cadence: 'weekly' }));
    const rated = rate(cells, [held(own, { from: '2026-12-01T00:00:00Z' })]);
    expect(shown(rated).map((line) => line.slice(1))).toEqual([
      ...[['usage 7'], ['usage 7'], ['usage 7']],
      ['usage 7', 'true-up 72'],
    ]);
    expect(rated.invoices.flatMap(({ unknowns }) => unknowns)).toEqual([]);
  });

  it('is unknown until a period begins that is recorded from its begin', () => {
    const since = held(quarterly('prepaid'), { from: '2026-12-01T00:00:00Z' });
    const before = used({ api: '5' }, { within: { from: '2026-12-01T00:00:00Z', to: JANUARY.from } });
    const known = rate([...before, ...monthly('70')], [since]);
    expect(shown(known)).toEqual([
      ['2026-12', 'usage 5', 'credit -5'],
      ['2027-01', 'usage 70', 'credit -70'],
    ]);
    const late = rate(monthly('70', '20').slice(1), [since]);
    expect(shown(late)).toEqual([['2027-02', 'usage 20']]);
    expect(late.invoices[0]?.unknowns).toHaveLength(1);
    const still = rate(monthly('5', '70', '20').slice(1), [since]);
    expect(still.invoices.map(({ unknowns }) => unknowns)).toEqual(
      new Array(2).fill([
        'What was used of commitment c before 2027-02-01T00:00:00Z is not recorded: the commitment is not in the amounts.',
      ]),
    );
  });
});

describe('the usage of all customers', () => {
  it('has an invoice for each recorded period, also where nothing was used', () => {
    const flat = terms({ skus: [sku('seat', { price: { model: 'flat', amount: decimal('9') } })] });
    const window = { from: JANUARY.from, to: APRIL };
    const { invoices } = rateUsage({
      usage: recorded([], window),
      termsOf: (customer) => (customer === 'acme' ? [held(flat)] : []),
      customers: [
        { id: 'acme', type: 'tenant' },
        { id: 'nobody', type: 'tenant' },
      ],
      explain: false,
    });
    expect(invoices.map(({ customer, payable }) => `${customer} ${payable.toFixed()}`)).toEqual(
      Array.from({ length: 3 }, () => 'acme 9'),
    );
  });

  it('has one for who is bound in another part of such a period, and for nobody in others', () => {
    const day = { from: '2027-01-05T00:00:00Z', to: '2027-01-06T00:00:00Z' };
    const own = terms({ skus: [sku('api', { minAmount: decimal('9') })] });
    const bound: Record<string, TermsInForce> = {
      acme: held(own),
      before: held(own, { from: '2026-06-01T00:00:00Z', to: '2027-01-03T00:00:00Z' }),
      gone: held(own, { from: '2026-06-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }),
      later: held(own, { from: '2027-01-11T00:00:00Z' }),
      next: held(own, { from: FEBRUARY }),
    };
    const { invoices } = rateUsage({
      usage: recorded(used({ api: '1' }, { within: day }), day),
      termsOf: (id) => (bound[id] === undefined ? [] : [bound[id]]),
      customers: Object.keys(bound).map((id) => ({ id, type: null })),
      explain: false,
    });
    expect(invoices.map(({ customer, payable }) => `${customer} ${payable.toFixed()}`)).toEqual([
      'acme 9',
      'before 9',
      'later 9',
    ]);
  });

  describe('with a flat amount', () => {
    const half = '2027-01-11T00:00:00Z';
    const gap = '2027-01-21T00:00:00Z';
    const flat = sku('fee', { price: { model: 'flat', amount: decimal('100') }, minAmount: decimal('120') });
    const byUse = sku('fee', { price: { model: 'perUnit', unit: decimal('1') } });
    const version = (number: number, ...skus: Sku[]) => terms({ version: `${number}.0.0`, skus });
    it.each<[string, TermsInForce[], string[]]>([
      [
        'that a version brings',
        [held(version(1), { to: half }), held(version(2, flat), { from: half })],
        ['0', '120'],
      ],
      [
        'that a price becomes',
        [held(version(1, byUse), { to: half }), held(version(2, flat), { from: half })],
        ['0', '120'],
      ],
      [
        'that two later versions have',
        [
          held(version(1), { to: half }),
          held(version(2, flat), { from: half, to: gap }),
          held(version(3, flat), { from: gap }),
        ],
        ['0', '120'],
      ],
      ['at the begin of the binding', [held(version(2, flat), { from: half })], ['120', '120']],
      [
        'of another profile',
        [held(version(1), { to: half }), held({ ...version(2, flat), id: 'other' }, { from: half })],
        ['120', '120'],
      ],
      [
        'bound again',
        [
          held(version(1), { to: half }),
          held(version(2, flat), { from: half, to: '2027-01-15T00:00:00Z' }),
          held(version(2, flat), { from: gap }),
        ],
        ['120', '120'],
      ],
      [
        'that a version takes away',
        [held(version(1, flat), { to: half }), held(version(2), { from: half })],
        ['120', '0'],
      ],
    ])('%s: by what is in force at the begin', (_name, segments, payable) => {
      const { invoices } = rateUsage({
        usage: recorded([], { from: JANUARY.from, to: MONTHS[2] ?? '' }),
        termsOf: () => segments,
        customers: [{ id: 'acme', type: null }],
        explain: false,
      });
      expect(invoices.map((invoice) => invoice.payable.toFixed())).toEqual(payable);
    });
  });

  it('is rated, or counted with the reason', () => {
    const test = terms({ id: 'trial', test: true });
    const segments = [
      held(
        terms({
          skus: [
            sku('api'),
            sku('events', {
              price: {
                model: 'percentage',
                rate: decimal('1'),
                fixed: decimal('0'),
                min: null,
                max: null,
                freeEvents: null,
                freeAmount: null,
              },
            }),
          ],
        }),
        { to: FEBRUARY },
      ),
      held(test, { from: FEBRUARY, to: MONTHS[2] ?? null }),
    ];
    const cells = [
      ...monthly('1', '2', '4'),
      ...used({ other: '8', events: '16' }),
      ...used({ api: '32' }, { aggregate: 'max' }),
      ...used({ other: '64' }, { aggregate: 'max' }),
    ];
    const { invoices, unrated } = rate(cells, segments);
    expect(invoices.map(({ lines }) => lines.map(({ quantity }) => quantity.toFixed()))).toEqual([['1']]);
    expect(unrated.map(({ key, quantity, reason }) => `${key} ${quantity.toFixed()}: ${reason}`)).toEqual([
      'api 4: no terms are in force then',
      'api 2: trial@1.0.0 is a test profile, which is never billed',
      'events 16: The price goes by the amount of each event, and the usage does not have them (x_EventAmount).',
      'other 8: standard@1.0.0 has no SKU or meter of that name',
    ]);
  });

  it('begins where the usage was recorded from, though a longer period of somebody else began before', () => {
    const yearly = terms({ id: 'yearly', cadence: 'yearly' });
    const year = { from: JANUARY.from, to: '2028-01-01T00:00:00Z' };
    const cells = [
      ...monthly('0', '0', '7').slice(2),
      ...used({ api: '5' }, { customer: 'other', cadence: 'yearly', within: year }),
    ];
    const { invoices } = rateUsage({
      usage: recorded(cells, { from: '2027-03-10T00:00:00Z', to: '2027-03-20T00:00:00Z' }),
      termsOf: (customer) => [held(customer === 'acme' ? terms() : yearly)],
      explain: false,
    });
    expect(
      invoices.map(({ customer, period, net }) => `${customer} ${period.from} ${net.toFixed()}`),
    ).toEqual(['acme 2027-03-01T00:00:00Z 7', 'other 2027-01-01T00:00:00Z 5']);
  });

  it('before the time that the usage is said to be of is counted', () => {
    const said = { from: FEBRUARY, to: APRIL };
    const { unrated, invoices } = rate(monthly('1', '2'), [held(terms())], said);
    expect(invoices.map(({ net }) => net.toFixed())).toEqual(['2', '0']);
    expect(unrated.map(({ rows, reason }) => `${rows}: ${reason}`)).toEqual([
      '1: it is outside the time that the usage is said to be of',
    ]);
  });

  it('is refused where it has more billing periods than anybody has invoices', () => {
    const daily = held(terms({ cadence: 'daily' }), { from: '1000-01-01T00:00:00Z' });
    const window = { from: '1000-01-01T00:00:00Z', to: JANUARY.to };
    expect(() => rate(monthly('1'), [daily], window)).toThrow('billing periods');
  });

  it('that is metered for two cadences is rated once', () => {
    const year = { from: JANUARY.from, to: '2028-01-01T00:00:00Z' };
    const cells = [...used({ api: '5' }), ...used({ api: '5' }, { cadence: 'yearly', within: year })];
    const { invoices, unrated } = rate(cells, [held(terms())]);
    expect(invoices.map(({ net }) => net.toFixed())).toEqual(['5']);
    expect(unrated).toEqual([]);
  });

  it('with one id and two types is of two customers', () => {
    const bound = (type: 'tenant' | 'project') => [held(terms(), { type })];
    const { invoices } = rateUsage({
      usage: recorded([
        ...used({ api: '1' }, { type: 'project' }),
        ...used({ api: '2' }, { type: 'tenant' }),
      ]),
      termsOf: (_customer, type) => bound(type === 'project' ? 'project' : 'tenant'),
      explain: false,
    });
    expect(invoices.map(({ net }) => net.toFixed())).toEqual(['1', '2']);
  });

  it('in two currencies within a month has two invoices', () => {
    const half = '2027-01-11T00:00:00Z';
    const euro = terms({ id: 'euro', currency: 'EUR' });
    const cells = [
      ...used({ api: '1' }, { within: { from: JANUARY.from, to: half } }),
      ...used({ api: '2' }, { within: { from: half, to: JANUARY.to } }),
    ];
    const { invoices, unrated } = rate(cells, [held(terms(), { to: half }), held(euro, { from: half })]);
    expect(invoices.map(({ currency, net }) => `${net.toFixed()} ${currency}`)).toEqual(['1 USD', '2 EUR']);
    expect(unrated).toEqual([]);
  });
});
