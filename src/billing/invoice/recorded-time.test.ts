import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { rateUsage } from './rate-usage.ts';
import { commitment, held, sku, terms, used } from './testing/make.ts';

const BERLIN = 'Europe/Berlin';
const fee = sku('fee', { price: { model: 'flat', amount: decimal('9') } });
const least = terms({ commitments: [commitment('c', 'minSpend', '100')] });
const berlin = terms({ id: 'berlin', timezone: BERLIN, skus: [sku('api'), fee] });
const BOUND: Readonly<Record<string, TermsInForce>> = {
  acme: held(least, { from: '2026-12-01T00:00:00Z' }),
  beta: held(berlin, { from: '2026-12-01T00:00:00Z' }),
  late: held(terms(), { from: '2027-04-01T00:00:00Z' }),
  trial: held(terms({ id: 'trial', test: true }), { from: '2026-01-01T00:00:00Z' }),
};

function rate(cells: readonly UsageCell[], origin: Partial<UsageAggregate['origin']>) {
  const { invoices, unrated } = rateUsage({
    usage: {
      ...{ cells, rejectedRows: [], pools: {}, reader: 'built-in' },
      counts: { rows: cells.length, accepted: cells.length, deduplicated: 0, pooled: 0, rejected: {} },
      origin: {
        files: [],
        source: null,
        completeThrough: null,
        sampled: null,
        from: null,
        to: null,
        ...origin,
      },
    },
    termsOf: (customer) => [BOUND[customer]].flatMap((one) => one ?? []),
    customers: [
      { id: 'acme', type: null },
      { id: 'beta', type: null },
    ],
    explain: false,
  });
  return {
    invoices: invoices.map(({ customer, period, net }) => `${customer} ${period.from} ${net.toFixed()}`),
    notices: invoices.flatMap(({ customer, notices }) => notices.map((text) => `${customer}: ${text}`)),
    unrated: unrated.map(({ customer, rows }) => `${customer} ${rows}`),
  };
}

const month = (from: string, to: string) => ({ from: `${from}:00:00Z`, to: `${to}:00:00Z` });
const march = month('2027-03-01T00', '2027-04-01T00');
const MARCH = [
  ...used({ api: '7' }, { customer: 'acme', within: march }),
  ...used(
    { api: '5' },
    { customer: 'beta', timezone: BERLIN, within: month('2027-02-28T23', '2027-03-31T22') },
  ),
];
const BILLED = ['acme 2027-03-01T00:00:00Z 100', 'beta 2027-02-28T23:00:00Z 14'];

describe('a row that nobody is billed for', () => {
  const january = month('2027-01-01T00', '2027-02-01T00');
  const may = month('2027-05-01T00', '2027-06-01T00');

  it.each([
    ['before its customer is bound', 'late', january, { from: '2027-01-05T00:00:00Z', to: march.to }],
    ['of a test profile', 'trial', january, { from: '2027-01-05T00:00:00Z', to: march.to }],
    ['of a test profile, after all others', 'trial', may, { from: march.from, to: '2027-05-06T00:00:00Z' }],
  ])('opens no billing period: one %s', (_, customer, within, origin) => {
    const stray = used({ api: '1' }, { customer, within });
    const found = rate([...stray, ...MARCH], origin);
    expect(found.invoices).toEqual(BILLED);
    expect(found.unrated).toEqual([`${customer} 1`]);
  });

  it('opens none either where there is no other', () => {
    const stray = used({ api: '1' }, { customer: 'late', within: january });
    expect(rate(stray, { from: '2027-01-05T00:00:00Z', to: '2027-01-06T00:00:00Z' }).invoices).toEqual([]);
  });
});

describe('a period that the recorded time only touches', () => {
  const said = { ...march, completeThrough: march.to };

  it('by the hours between two time zones is not billed', () => {
    expect(rate(MARCH, said)).toEqual({ invoices: BILLED, notices: [], unrated: [] });
  });

  it('is billed where somebody used something in it, and its invoices say so', () => {
    const hour = used(
      { api: '3' },
      { customer: 'beta', timezone: BERLIN, within: month('2027-03-31T22', '2027-04-30T22') },
    );
    const found = rate([...MARCH, ...hour], said);
    expect(found.invoices).toEqual([...BILLED, 'beta 2027-03-31T22:00:00Z 12']);
    expect(found.notices).toEqual([
      'beta: The billing period is covered in part: usage is recorded to 2027-04-01T00:00:00Z.',
    ]);
  });
});

it.each([
  ['from its midst', { from: '2027-03-10T00:00:00Z', to: march.to }, 'from 2027-03-10T00:00:00Z'],
  ['to its midst', { from: march.from, to: '2027-03-20T00:00:00Z' }, 'to 2027-03-20T00:00:00Z'],
  [
    'to its midst, as the export says',
    { ...march, completeThrough: '2027-03-31T12:00:00Z' },
    'to 2027-03-31T12:00:00Z',
  ],
])('says on each invoice that a period is recorded %s', (_, origin, bound) => {
  const text = `The billing period is covered in part: usage is recorded ${bound}.`;
  expect(rate(MARCH, origin).notices).toEqual([`acme: ${text}`, `beta: ${text}`]);
});

it('does not take the last events of a day for the end of what is recorded', () => {
  const origin = { from: '2027-03-01T07:00:00Z', to: '2027-03-31T18:00:00Z' };
  expect(rate(MARCH, origin).notices).toEqual([]);
});
