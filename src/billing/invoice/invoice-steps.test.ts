import { describe, expect, it } from 'vitest';

import { decimal } from '../../lib/decimal.ts';
import { CALCULATION_ORDER } from '../../model/billing/rating.ts';
import type { RevenueShare, Terms } from '../../model/billing/terms.ts';
import { commitment, discount, held, january, sku, taxRow, terms } from './testing/make.ts';

const tax = (...rows: Parameters<typeof taxRow>[]) => ({
  tax: { id: 'vat', version: '1.0.0', rows: rows.map((row) => taxRow(...row)) },
});
const share = (party: string, percent: string, base: RevenueShare['base']) => ({
  party,
  percent: decimal(percent),
  base,
});
const steps = (more: Partial<Terms>, quantity: string) =>
  january(held(terms(more)), { api: quantity }, true).steps.map(({ step, text }) => `${step}: ${text}`);

const ROUGH = { mode: 'halfEven', level: 'invoice', digits: 2 } as const;

describe('the steps of an invoice', () => {
  it('are rounding alone where there is nothing else', () => {
    expect(steps({}, '1234.5')).toEqual(['invoice rounding: 1,234.5, halfUp = 1,234.5']);
    expect(steps({ rounding: ROUGH }, '0.125')).toEqual(['invoice rounding: 0.125, halfEven = 0.12']);
  });

  it('have the tax of all lines together where only the invoice is rounded', () => {
    expect(steps({ rounding: ROUGH, ...tax(['DE', '19']) }, '0.55')).toEqual([
      'tax: DE standard, 19 percent on 0.55 = 0.1045, halfEven = 0.1',
      'invoice rounding: 0.55 + 0.1 tax = 0.65, halfEven = 0.65',
    ]);
    expect(steps({ rounding: ROUGH, ...tax(['DE', '25', { inclusive: true }]) }, '10.01')).toEqual([
      'tax: DE standard, 25 percent within 10.01 = 2.002, halfEven = 2',
      'invoice rounding: 10.01, halfEven = 10.01',
    ]);
    expect(steps(tax(['DE', '19']), '0.55')).toEqual([
      'invoice rounding: 0.55 + 0.1 tax = 0.65, halfUp = 0.65',
    ]);
  });

  it('have who has which share of what', () => {
    const revenueShare = [
      share('shop', '20', 'gross'),
      share('shop', '5', 'net'),
      share('agent', '10', 'net'),
    ];
    expect(steps({ revenueShare, discounts: [discount('d', 'fixed', '50')] }, '100')).toEqual([
      'invoice rounding: 50, halfUp = 50',
      'revenue share: agent: 10 percent of net 50 = 5',
      'revenue share: shop: 20 percent of gross 100 + 5 percent of net 50 = 22.5',
    ]);
  });

  it('are not there when nobody asks', () => {
    expect(january(held(terms(tax(['DE', '19']))), { api: '1' }).steps).toEqual([]);
  });

  it('follow those of the lines, all in the order of calculation', () => {
    const api = sku('api', {
      convert: { op: 'divide', factor: decimal('2'), round: 'none' },
      freeQuantity: decimal('1'),
      minAmount: decimal('1'),
    });
    const own = terms({
      skus: [api],
      discounts: [discount('d', 'percent', '10')],
      commitments: [commitment('c', 'minSpend', '100')],
      revenueShare: [share('shop', '20', 'net')],
      ...tax(['DE', '19']),
    });
    const invoice = january(held(own), { api: '10' }, true);
    const [usage, trueUp] = invoice.lines.map((line) =>
      [...line.steps, ...invoice.steps].map(({ step }) => step),
    );
    const order = CALCULATION_ORDER.filter((step) => step !== 'allocation');
    expect(usage).toEqual(order.filter((step) => step !== 'commitments'));
    expect(trueUp).toEqual(order.slice(order.indexOf('commitments')));
  });
});
