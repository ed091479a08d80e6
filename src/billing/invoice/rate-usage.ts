import { byCodePoint } from '../../lib/order.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { UnratedUsage } from '../../model/billing/rated.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import { billingRuns, type BillingRun } from './billing-runs.ts';
import { periodsIn, usageWindow } from './invoice-periods.ts';
import { ratedInvoice } from './rate-invoice.ts';
import { UnratedTally } from './unrated-tally.ts';

export interface UsageToRate {
  readonly usage: UsageAggregate;
  readonly termsOf: (customer: string) => readonly TermsInForce[];
  /** Who else has terms, and owes a flat price or a commitment though no usage of theirs is there. */
  readonly customers?: Iterable<string>;
  readonly explain: boolean;
}

export interface RatedCustomers {
  /** By customer, then in time. */
  readonly invoices: Invoice[];
  /** Every cell is in a line of an invoice or here. */
  readonly unrated: readonly UnratedUsage[];
}

/**
 * The invoices of all customers for all billing periods that the recorded usage reaches into. A period that is recorded in
 * part has an invoice for what is recorded.
 */
export function rateUsage(input: UsageToRate): RatedCustomers {
  const { usage, termsOf, explain } = input;
  const window = usageWindow(usage);
  const byCustomer = cellsByCustomer(usage.cells, input.customers ?? []);
  const invoices: Invoice[] = [];
  const unrated = new UnratedTally();
  for (const [customer, cells] of byCustomer) {
    let left: readonly UsageCell[] = cells;
    for (const run of billingRuns(termsOf(customer))) {
      left = rateRun(customer, run, left);
    }
    for (const cell of left) unrated.add(cell, 'no terms are in force then');
  }
  return { invoices, unrated: unrated.list() };

  /** Rates the usage of one run, and gives back the usage that is none of it. */
  function rateRun(customer: string, run: BillingRun, cells: readonly UsageCell[]): readonly UsageCell[] {
    const { own, others } = split(cells, run);
    if (run.test) {
      for (const cell of own) unrated.add(cell, `${run.reference} is a test profile, which is never billed`);
      return others;
    }
    for (const period of periodsIn(run, window)) {
      const { segments } = run;
      const inPeriod = own.filter(({ from }) => from >= period.from && from < period.to);
      const rated = ratedInvoice({ customer, period, segments, cells: inPeriod, explain });
      invoices.push(rated.invoice);
      for (const { cell, reason } of rated.unrated) unrated.add(cell, reason);
    }
    return others;
  }
}

function cellsByCustomer(
  cells: readonly UsageCell[],
  others: Iterable<string>,
): [string, readonly UsageCell[]][] {
  const byCustomer = new Map<string, UsageCell[]>();
  for (const customer of others) byCustomer.set(customer, []);
  for (const cell of cells) {
    const own = byCustomer.get(cell.customer);
    if (own === undefined) byCustomer.set(cell.customer, [cell]);
    else own.push(cell);
  }
  return [...byCustomer].sort(([a], [b]) => byCodePoint(a, b));
}

function split(cells: readonly UsageCell[], run: BillingRun): { own: UsageCell[]; others: UsageCell[] } {
  const own: UsageCell[] = [];
  const others: UsageCell[] = [];
  for (const cell of cells) (run.holds(cell.from) ? own : others).push(cell);
  return { own, others };
}
