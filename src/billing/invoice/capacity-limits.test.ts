import { expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { Aggregate, Sku } from '../../model/billing/terms.ts';
import { held, january, JANUARY, sku, terms, used } from './testing/make.ts';

const HALF = '2027-01-11T00:00:00Z';
const first = { from: JANUARY.from, to: HALF };
const second = { from: HALF, to: JANUARY.to };

/** 31 for up to 5 users, 310 for more. */
const plan = (limits: Readonly<Record<string, string>> = { users: '5' }): Sku =>
  sku('plan', {
    onChange: 'continue',
    proration: 'days',
    price: {
      model: 'capacity',
      tiers: [
        {
          limits: Object.fromEntries(Object.entries(limits).map(([key, most]) => [key, decimal(most)])),
          price: decimal('31'),
        },
        { limits: {}, price: decimal('310') },
      ],
    },
  });
const users = (aggregate: Aggregate) =>
  sku('users', {
    meter: { aggregate, window: 'period', name: null },
    price: { model: 'flat', amount: decimal('0') },
  });

it('does not price a capacity by users that nobody can count', () => {
  const cells = (aggregate: Aggregate) =>
    [first, second].flatMap((within) => used({ users: '3' }, { within, aggregate }));
  const invoice = (aggregate: Aggregate) =>
    january(held(terms({ skus: [plan(), users(aggregate)] })), cells(aggregate));
  expect(invoice('sum').list.toFixed()).toBe('310');
  expect(invoice('max').list.toFixed()).toBe('31');
  expect(invoice('unique').list.toFixed()).toBe('0');
  expect(invoice('unique').unknowns).toEqual([
    'plan of standard@1.0.0 is not in the amounts: The price goes by limits, and the usage of users is not known.',
  ]);
});

it('counts under an earlier version too what only a later one limits', () => {
  const old = terms({ skus: [plan({ plan: '9' }), users('sum')] });
  const next = terms({ version: '2.0.0', skus: [plan(), users('sum')] });
  const cells = [...used({ users: '4' }, { within: first }), ...used({ users: '2' }, { within: second })];
  const invoice = january([held(old, { to: HALF }), held(next, { from: HALF })], cells);
  // All 6 users of the month count for the 21 days of the new version.
  expect(invoice.lines.map(({ id, net }) => `${id} ${net.toFixed()}`)).toEqual([
    'plan 10',
    'plan 210',
    'users 0',
    'users 0',
  ]);
  expect(invoice.unknowns).toEqual([]);
});
