import { expect, it } from 'vitest';

import { commitment, held, january, sku, terms } from '../../billing/invoice/testing/make.ts';
import { invoiceRemarks } from './remarks.ts';

const invoice = january(
  held(
    terms({
      skus: [sku('api'), sku('disk')],
      commitments: [
        commitment('least', 'minSpend', '100', { alertAt: [50] }),
        commitment('units', 'quantity', '90'),
      ],
    }),
  ),
  { api: '60' },
);
const unknown =
  'unknown: acme, 2027-01-01T00:00:00Z to 2027-02-01T00:00:00Z: Commitment units has several SKUs: at which price 30 unused units are charged is not known.';
const notice =
  'notice: acme, 2027-01-01T00:00:00Z to 2027-02-01T00:00:00Z: Commitment least has reached 50 percent: 60 of 100 is used.';

it('counts what invoices say, and names what is not in the amounts first', () => {
  const found = (most: number) => invoiceRemarks({ invoices: [invoice, invoice] }, most);
  const count = 'Invoices have 2 unknowns and 2 notices.';
  expect(found(9)).toEqual([count, unknown, unknown, notice, notice]);
  expect(found(3)).toEqual([count, unknown, unknown, notice, '… and 1 more']);
  expect(invoiceRemarks({ invoices: [{ ...invoice, unknowns: [], notices: [] }] }, 9)).toEqual([]);
});
