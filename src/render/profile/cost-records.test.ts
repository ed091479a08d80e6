import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  commitment,
  discount,
  held,
  january,
  sku,
  taxRow,
  terms,
} from '../../billing/invoice/testing/make.ts';
import { type Decimal, decimal, sum } from '../../lib/decimal.ts';
import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { Rounding, TaxRow } from '../../model/billing/terms.ts';
import { renderCostRecords } from './cost-records.ts';

const COSTS = ['ListCost', 'ContractedCost', 'BilledCost'];

function recordsOf(invoice: Invoice): Record<string, string>[] {
  const text = [...renderCostRecords({ invoices: [invoice] } as unknown as RatedUsage)].join('');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const fields = line.replaceAll(/"[^"]*"/g, 'quoted').split(',');
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  });
}

function invoiceOf(level: Rounding['level'], usage: string, row: Partial<TaxRow>, price = '1'): Invoice {
  const own = terms({
    skus: [sku('api', { price: { model: 'perUnit', unit: decimal(price) } })],
    discounts: [discount('d', 'percent', '50')],
    rounding: { mode: 'halfUp', level, digits: 2 },
    tax: { id: 'vat', version: '1.0.0', rows: [taxRow('DE', '19', row)] },
  });
  return january(held(own), { api: usage });
}

describe('cost records', () => {
  it('say what type a customer is, and nothing where nobody says', () => {
    const types = (invoice: Invoice) =>
      new Set(recordsOf(invoice).map(({ SubAccountType }) => SubAccountType));
    const invoice = invoiceOf('line', '238', {});
    expect(types({ ...invoice, type: 'account' })).toEqual(new Set(['account']));
    expect(types({ ...invoice, type: null })).toEqual(new Set(['']));
  });

  const costs = (invoice: Invoice) =>
    recordsOf(invoice).map((record) =>
      [record['ChargeCategory'], ...COSTS.map((name) => record[name])].join(' '),
    );

  it('have a tax within the prices only in its own record', () => {
    expect(costs(invoiceOf('line', '238', { inclusive: true }))).toEqual(['Usage 200 100 100', 'Tax  19 19']);
    expect(costs(invoiceOf('invoice', '238', { inclusive: true }))).toEqual([
      'Usage 200 100 100',
      'Tax  19 19',
    ]);
  });

  it('have one for what rounding moved', () => {
    expect(costs(invoiceOf('invoice', '1', {}, '0.03'))).toEqual([
      'Usage 0.03 0.015 0.015',
      'Tax  0 0',
      'Adjustment 0.005 0.005 0.005',
    ]);
  });

  const amount = fc.integer({ min: 0, max: 100_000 }).map((units) => decimal(`${units}e-3`));
  const given = fc.record({
    prices: fc.tuple(amount, amount),
    quantities: fc.tuple(amount, amount),
    off: amount,
    spend: amount,
    credit: amount,
    rates: fc.tuple(amount, amount),
    inclusive: fc.tuple(fc.boolean(), fc.boolean()),
    rounding: fc.record<Rounding>({
      mode: fc.constantFrom('halfUp', 'halfEven', 'halfAway', 'up', 'down'),
      level: fc.constantFrom('line', 'invoice'),
      digits: fc.constantFrom(0, 2, 3),
    }),
  });

  it('sum exactly to what is payable', () => {
    fc.assert(
      fc.property(given, ({ prices, quantities, off, spend, credit, rates, inclusive, rounding }) => {
        const priced = (unit: Decimal) => ({ price: { model: 'perUnit', unit } as const });
        const own = terms({
          skus: [
            sku('api', priced(prices[0])),
            sku('disk', { ...priced(prices[1]), taxCategory: 'reduced' }),
          ],
          discounts: [discount('d', 'fixed', off.toFixed())],
          commitments: [
            commitment('least', 'minSpend', spend.toFixed()),
            commitment('paid', 'prepaid', credit.toFixed()),
          ],
          tax: {
            ...{ id: 'vat', version: '1.0.0' },
            rows: [
              taxRow('DE', rates[0].toFixed(), { inclusive: inclusive[0] }),
              taxRow('DE', rates[1].toFixed(), { inclusive: inclusive[1], category: 'reduced' }),
            ],
          },
          rounding,
        });
        const [api, disk] = quantities.map((quantity) => quantity.toFixed());
        const invoice = january(held(own), { api: api ?? '', disk: disk ?? '' });
        const billed = recordsOf(invoice).map(({ BilledCost }) => decimal(BilledCost ?? ''));
        expect(sum(billed).toFixed()).toBe(invoice.payable.toFixed());
      }),
      { numRuns: 300 },
    );
  });
});
