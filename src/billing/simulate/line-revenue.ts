import { sum, ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { TaxRow } from '../../model/billing/terms.ts';
import { taxOn } from '../invoice/tax-tally.ts';

/**
 * What each line of an invoice brings without any tax, in the order of the lines. Tax that is in the prices is taken out of the lines
 * that it is in, commitments' too; the last usage of a rate takes what rounding leaves. `rows`: what each line is taxed by.
 */
export function lineRevenues({ lines, tax }: Invoice, rows: readonly (TaxRow | null)[]): Decimal[] {
  const revenues = lines.map(({ net }, index) => withoutTax(net, rows[index] ?? null));
  for (const whole of tax.filter(({ inclusive }) => inclusive)) {
    const own = rows.flatMap((row, index) => (row !== null && isOf(row, whole) ? [index] : []));
    const paid = own.filter((index) => !(lines[index]?.net ?? ZERO).eq(ZERO));
    const last = paid.findLast((index) => lines[index]?.kind === 'usage') ?? paid.at(-1);
    if (last === undefined) continue;
    const taken = sum(own.map((index) => (lines[index]?.net ?? ZERO).minus(revenues[index] ?? ZERO)));
    revenues[last] = (revenues[last] ?? ZERO).minus(whole.amount.minus(taken));
  }
  return revenues;
}

/** An amount less the tax that is in it. */
export function withoutTax(amount: Decimal, row: TaxRow | null): Decimal {
  return row?.inclusive === true ? amount.minus(taxOn(amount, row)) : amount;
}

function isOf(row: TaxRow, { jurisdiction, category, rate, inclusive }: Invoice['tax'][number]): boolean {
  return (
    row.jurisdiction === jurisdiction &&
    row.category === category &&
    row.rate.eq(rate) &&
    row.inclusive === inclusive
  );
}
