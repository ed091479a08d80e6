import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import { isEmpty, nothingDue } from './nothing-due.ts';

const NOTHING = decimal('0');

function invoice(customer: string, month: number, more: Partial<Invoice> = {}): Invoice {
  const [from, to] = [month, month + 1].map((one) => `2026-${String(one).padStart(2, '0')}-01T00:00:00Z`);
  return {
    ...{ customer, type: 'tenant', period: { from: from ?? '', to: to ?? '' }, currency: 'EUR', lines: [] },
    ...{ list: NOTHING, net: NOTHING, tax: [], payable: NOTHING, rounding: NOTHING, revenueShares: [] },
    ...{ steps: [], notices: [], unknowns: [], ...more },
  };
}

const DUE = { payable: decimal('1') };

describe('nothing due', () => {
  it('names the time, the number of invoices and whose they are', () => {
    const invoices = [invoice('a', 1), invoice('a', 2), invoice('a', 3, DUE), invoice('a', 4)];
    expect(nothingDue(invoices)).toEqual([
      'Nothing is due in 3 invoices of periods without usage: 2 periods of a, 2026-01-01T00:00:00Z to 2026-03-01T00:00:00Z; ' +
        '1 period of a, 2026-04-01T00:00:00Z to 2026-05-01T00:00:00Z.',
    ]);
  });

  it('names customers with the same periods together, and counts those after the third', () => {
    const invoices = ['a', 'b', 'c', 'd', 'e'].flatMap((id) => [invoice(id, 1), invoice(id, 2)]);
    expect(nothingDue(invoices).join()).toContain(
      'in 10 invoices of periods without usage: 2 periods each of a, b, c, … and 2 more, 2026-01-01',
    );
  });

  it('is not said of what is due, and of what there is something to say about', () => {
    expect(nothingDue([invoice('a', 1, DUE)])).toEqual([]);
    expect(isEmpty(invoice('a', 1, { notices: ['A commitment ends.'] }))).toBe(false);
    expect(isEmpty(invoice('a', 1, { unknowns: ['No rate.'] }))).toBe(false);
  });
});
