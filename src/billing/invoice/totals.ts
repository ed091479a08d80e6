import { DecimalTotal } from '../../lib/decimal-total.ts';
import { type Decimal, sum } from '../../lib/decimal.ts';
import { round } from '../../lib/round.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import type { Rounding, TaxRow, Terms } from '../../model/billing/terms.ts';
import { shown } from '../rate/text.ts';
import { finished } from './finished-line.ts';
import { invoiceSteps } from './invoice-steps.ts';
import { lineTax } from './line-tax.ts';
import { revenueOf } from './revenue.ts';
import { revenueShares } from './revenue-share.ts';
import { taxOn, TaxTally } from './tax-tally.ts';
import type { WorkLine } from './work-line.ts';

type Totals = Pick<
  Invoice,
  | 'lines'
  | 'list'
  | 'net'
  | 'tax'
  | 'payable'
  | 'rounding'
  | 'revenueShares'
  | 'steps'
  | 'notices'
  | 'unknowns'
>;

/** Finished lines, rounded, taxed, summed and shared. `terms` are those at the end of the period. */
export function totalsOf(lines: readonly WorkLine[], { rounding }: Terms, explain: boolean): Totals {
  const { digits, mode } = rounding;
  const [list, net, tally] = [new DecimalTotal(), new DecimalTotal(), new TaxTally(rounding)];
  const unknowns = new Set<string>();
  const done = lines.map((line): RatedLine => {
    const rated = finished(line, rounding);
    const tax = lineTax(line);
    list.add(rated.list);
    net.add(rated.net);
    if (typeof tax === 'string') unknowns.add(tax);
    else if (tax !== null) tally.add(rated.net, tax);
    return typeof tax === 'string' || tax === null ? rated : taxed(rated, tax, rounding);
  });
  const tax = tally.list();
  const due = net.value().plus(sum(tax.filter(({ inclusive }) => !inclusive).map(({ amount }) => amount)));
  const payable = round(due, digits, mode);
  const revenues = revenueOf(lines, done);
  const { shares, isCut } = revenueShares(revenues, rounding);
  const figures = { net: net.value(), tax, payable, revenueShares: shares };
  return {
    ...figures,
    lines: done,
    list: list.value(),
    rounding: payable.minus(due),
    steps: explain ? invoiceSteps(figures, rounding, revenues) : [],
    notices: isCut ? ['Shares of the gross revenue come to more than the net: they are cut down to it.'] : [],
    unknowns: [...unknowns],
  };
}

/** Digits beyond minor units to which the tax within a line is told where only the tax of all lines is rounded. */
const MORE_DIGITS = 12;

function taxed(line: RatedLine, row: TaxRow, rounding: Rounding): RatedLine {
  if (!row.inclusive) return withTax(line, row, rounding);
  const digits = rounding.level === 'line' ? rounding.digits : rounding.digits + MORE_DIGITS;
  const within = (amount: Decimal) => round(taxOn(amount, row), digits, rounding.mode);
  const includedTax = { list: within(line.list), net: within(line.net) };
  return withTax({ ...line, includedTax }, row, rounding);
}

/** Steps are there only when somebody asked for them. */
function withTax(line: RatedLine, row: TaxRow, { level, digits, mode }: Rounding): RatedLine {
  if (line.steps.length === 0) return line;
  const exact = taxOn(line.net, row);
  const amount = level === 'line' ? round(exact, digits, mode) : exact;
  const where = row.inclusive ? 'within' : 'on';
  const text = `${row.jurisdiction} ${row.category}, ${shown(row.rate)} percent ${where} ${shown(line.net)} = ${shown(amount)}`;
  return { ...line, steps: [...line.steps, { step: 'tax', text, amount }] };
}
