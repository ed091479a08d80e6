import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum } from '../../lib/decimal.ts';
import { minorDigits } from '../../lib/currency.ts';
import type { Rounding, TaxRow } from '../../model/billing/terms.ts';
import { commitment, discount, held, january, sku, taxRow, terms, used } from './testing/make.ts';

const skus = [sku('a'), sku('b'), sku('c')];

function bill(
  rows: readonly TaxRow[],
  rounding: Partial<Rounding>,
  usage: Record<string, string>,
  more = {},
) {
  const tax = { id: 'vat', version: '1.0.0', rows };
  const own = terms({
    skus,
    tax,
    rounding: { mode: 'halfUp', level: 'line', digits: 2, ...rounding },
    ...more,
  });
  return january(held(own), usage);
}

function figures({ net, tax, payable, rounding }: ReturnType<typeof bill>) {
  return [net, sum(tax.map(({ amount }) => amount)), payable, rounding].map((figure) => figure.toFixed());
}

describe('tax', () => {
  it.each([
    // Tax of three lines is 1.626 each; of their sum 4.878.
    [
      'of each line, half to even',
      { mode: 'halfEven', level: 'line' },
      '8.13',
      ['24.39', '4.89', '29.28', '0'],
    ],
    ['of the invoice', { mode: 'halfEven', level: 'invoice' }, '8.13', ['24.39', '4.88', '29.27', '0']],
    ['of each line, up', { mode: 'up', level: 'line' }, '8.11', ['24.33', '4.89', '29.22', '0']],
    ['of the invoice, up', { mode: 'up', level: 'invoice' }, '8.11', ['24.33', '4.87', '29.2', '0']],
    ['of lines that are rounded first', { level: 'line' }, '0.125', ['0.39', '0.09', '0.48', '0']],
    ['of an invoice that is rounded last', { level: 'invoice' }, '0.125', ['0.375', '0.08', '0.46', '0.005']],
  ] as const)('%s', (_name, rounding, each, expected) => {
    expect(figures(bill([taxRow('DE', '20')], rounding, { a: each, b: each, c: each }))).toEqual(expected);
  });

  it.each([
    ['JPY', '1000.5', ['1001', '100', '1101', '0']],
    ['KWD', '1.0005', ['1.001', '0.1', '1.101', '0']],
    ['HUF', '10.105', ['10.11', '1.01', '11.12', '0']],
  ])('in %s', (currency, quantity, expected) => {
    const digits = minorDigits(currency) ?? -1;
    expect(figures(bill([taxRow('DE', '10')], { digits }, { a: quantity }, { currency }))).toEqual(expected);
  });

  it('within prices is taken out of them', () => {
    const [line] = bill([taxRow('DE', '19', { inclusive: true })], {}, { a: '119' }).tax;
    expect([line?.base.toFixed(), line?.amount.toFixed()]).toEqual(['100', '19']);
    expect(figures(bill([taxRow('DE', '19', { inclusive: true })], {}, { a: '119' }))).toEqual([
      '119',
      '19',
      '119',
      '0',
    ]);
  });

  it('goes by category, and by subdivision before country', () => {
    const rows = [
      taxRow('US', '1'),
      taxRow('US-CA', '7.25'),
      taxRow('US', '3', { category: 'reduced' }),
      taxRow('US-NY', '9', { category: 'reduced' }),
    ];
    const own = terms({
      skus: [sku('a'), sku('b', { taxCategory: 'reduced' })],
      tax: { id: 'vat', version: '1.0.0', rows },
    });
    const { tax } = january(held(own, { jurisdiction: 'US-CA' }), { a: '100', b: '100' });
    expect(tax.map(({ jurisdiction, amount }) => `${jurisdiction} ${amount.toFixed()}`)).toEqual([
      'US 3',
      'US-CA 7.25',
    ]);
  });

  it('goes by the jurisdiction of the usage where the binding has none', () => {
    const own = held(terms({ tax: { id: 'vat', version: '1.0.0', rows: [taxRow('FR', '20')] } }), {
      jurisdiction: null,
    });
    expect(figures(january(own, used({ api: '10' }, { jurisdiction: 'FR' })))).toEqual([
      '10',
      '2',
      '12',
      '0',
    ]);
    const unknown = january(own, { api: '10' });
    expect(unknown.payable.toFixed()).toBe('10');
    expect(unknown.unknowns).toEqual([
      'No jurisdiction is known of api: the payable amount is without its tax.',
    ]);
  });

  it('is unknown where the table has no rate at that time', () => {
    const ended = taxRow('DE', '19', { window: { from: null, to: '2027-01-01T00:00:00Z' } });
    const { tax, unknowns } = bill([ended], {}, { a: '10', b: '10' });
    expect(tax).toEqual([]);
    expect(unknowns).toEqual([
      'Tax table vat has no rate of DE for "standard" then: the payable amount is without it.',
    ]);
  });

  it('is not charged on what a credit pays, wherever that was used', () => {
    const tax = { id: 'vat', version: '1.0.0', rows: [taxRow('DE', '20'), taxRow('FR', '10')] };
    const own = terms({ skus: [sku('a'), sku('b')], tax, commitments: [commitment('c', 'prepaid', '100')] });
    const cells = [
      ...used({ a: '30' }, { jurisdiction: 'DE' }),
      ...used({ b: '10' }, { jurisdiction: 'FR' }),
    ];
    const invoice = january(held(own, { jurisdiction: null }), cells);
    expect(invoice.tax.map(({ jurisdiction, amount }) => `${jurisdiction} ${amount.toFixed()}`)).toEqual([
      'DE 0',
      'FR 0',
    ]);
    expect(invoice.payable.toFixed()).toBe('0');
  });

  it('is not guessed of a charge for usage in several places', () => {
    const tax = { id: 'vat', version: '1.0.0', rows: [taxRow('DE', '20'), taxRow('FR', '10')] };
    const own = terms({ skus: [sku('a'), sku('b')], tax, commitments: [commitment('c', 'minSpend', '100')] });
    const bought = (...places: readonly string[]) => {
      const cells = places.flatMap((jurisdiction, index) =>
        used({ [index === 0 ? 'a' : 'b']: '10' }, { jurisdiction }),
      );
      const invoice = january(held(own, { jurisdiction: null }), cells);
      return [...invoice.tax.map(({ amount }) => amount.toFixed()), ...invoice.unknowns];
    };
    expect(bought('FR', 'FR')).toEqual(['10']);
    expect(bought('DE', 'FR')).toEqual([
      ...['2', '1'],
      'No jurisdiction is known of c: the payable amount is without its tax.',
    ]);
  });

  it('is explained', () => {
    const tax = { id: 'vat', version: '1.0.0', rows: [taxRow('DE', '19')] };
    const [line] = january(held(terms({ tax })), { api: '0.55' }, true).lines;
    expect(line?.steps.at(-1)?.text).toBe('DE standard, 19 percent on 0.55 = 0.1');
  });

  it('is of what discounts leave', () => {
    const discounts = [discount('d', 'percent', '50')];
    expect(figures(bill([taxRow('DE', '10')], {}, { a: '10' }, { discounts }))).toEqual([
      '5',
      '0.5',
      '5.5',
      '0',
    ]);
  });

  it('and rounded lines make the payable amount', () => {
    const quantity = fc.integer({ min: 0, max: 10_000_000 }).map((units) => decimal(`${units}e-4`).toFixed());
    const mode = fc.constantFrom<Rounding['mode']>('halfUp', 'halfEven', 'halfAway', 'up', 'down');
    fc.assert(
      fc.property(
        quantity,
        quantity,
        quantity,
        mode,
        fc.integer({ min: 0, max: 3 }),
        (a, b, c, how, digits) => {
          const rounding = { mode: how, digits, level: 'line' } as const;
          const { lines, tax, payable, rounding: moved } = bill([taxRow('DE', '19')], rounding, { a, b, c });
          const due = sum([...lines.map(({ net }) => net), ...tax.map(({ amount }) => amount)]);
          expect(payable.eq(due)).toBe(true);
          expect(moved.eq('0')).toBe(true);
        },
      ),
    );
  });
});
