import { byCodePoint } from '../../lib/order.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { UnratedUsage } from '../../model/billing/rated.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';
import { plainCell } from '../usage/aggregate/lazy-cell.ts';
import { type BillingRun, billingRuns } from './billing-runs.ts';
import type { UnratedCell } from './cells-by-sku.ts';
import { billedCustomers } from './customers.ts';
import { periodsIn } from './invoice-periods.ts';
import { spanOf } from './part.ts';
import { type CommitmentHistory, ratedInvoice } from './rate-invoice.ts';
import { RecordedTime } from './recorded-time.ts';
import { UnratedTally } from './unrated-tally.ts';

export interface UsageToRate {
  readonly usage: UsageAggregate;
  /** In order; without a type: of the only one that the customer's id has. */
  readonly termsOf: (customer: string, type: string | null) => readonly TermsInForce[];
  /** Who has terms though no usage of theirs is there: they owe flat prices and commitments. */
  readonly customers?: Iterable<{ readonly id: string; readonly type: string | null }>;
  readonly explain: boolean;
}

export interface RatedCustomers {
  /** By customer, then in time. */
  readonly invoices: Invoice[];
  /** Every row of usage is in a line of an invoice or here. */
  readonly unrated: readonly UnratedUsage[];
}

/** One customer's invoices, and what is not in them. */
interface Billed {
  readonly invoices: Invoice[];
  readonly unrated: UnratedCell[];
}

/**
 * The invoices of all customers for all billing periods that usage which is billed reaches into, commitments carried over. A
 * period that is recorded in part has an invoice for what is recorded, which says so.
 */
export function rateUsage({ usage, termsOf, customers = [], explain }: UsageToRate): RatedCustomers {
  const all = [...billedCustomers(usage.cells, customers, termsOf)].map((customer) => {
    return { ...customer, runs: billingRuns(customer.terms) };
  });
  const time = new RecordedTime(usage);
  for (const { cells, runs } of all) {
    for (const cell of cells)
      time.note(
        cell,
        runs.some((run) => !run.test && run.holds(cell.from)),
      );
  }
  const invoices: Invoice[] = [];
  const tally = new UnratedTally();
  for (const { id, runs, cells: own } of all) {
    // Each is looked at many times, and may make its values anew each time.
    const cells = own.map(plainCell);
    const billed: Billed = { invoices, unrated: [] };
    let rest = cells;
    for (const run of runs) {
      rateRun(
        id,
        run,
        rest.filter(({ from }) => run.holds(from)),
        time,
        explain,
        billed,
      );
      rest = rest.filter(({ from }) => !run.holds(from));
    }
    const reason = 'no terms are in force then';
    billed.unrated.push(...rest.map((cell) => ({ cell, reason, isOtherMetering: false })));
    for (const one of notElsewhere(billed.unrated, cells)) tally.add(one.cell, one.reason);
  }
  invoices.sort(
    (a, b) =>
      byCodePoint(a.customer, b.customer) ||
      byCodePoint(a.type ?? '', b.type ?? '') ||
      byCodePoint(a.period.from, b.period.from),
  );
  return { invoices, unrated: tally.list() };
}

function rateRun(
  customer: string,
  run: BillingRun,
  cells: readonly UsageCell[],
  time: RecordedTime,
  explain: boolean,
  { invoices, unrated }: Billed,
): void {
  if (run.test) {
    const reason = `${run.reference} is a test profile, which is never billed`;
    unrated.push(...cells.map((cell) => ({ cell, reason, isOtherMetering: false })));
    return;
  }
  const { segments } = run;
  let history: CommitmentHistory = new Map();
  let count = 0;
  const periods = periodsIn(run, time);
  for (const period of periods) {
    const own = cells.filter(({ from }) => from >= period.from && from < period.to);
    count += own.length;
    const rated = ratedInvoice({ customer, period, segments, cells: own, history, explain });
    invoices.push(withMissing(rated.invoice, time.missing(run.terms, heldIn(run, period))));
    unrated.push(...rated.unrated);
    history = rated.history;
  }
  if (count === cells.length) return;
  const outside = cells.filter(
    (cell) => !periods.some(({ from, to }) => cell.from >= from && cell.from < to),
  );
  const reason = 'it is outside the time that the usage is said to be of';
  unrated.push(...outside.map((cell) => ({ cell, reason, isOtherMetering: false })));
}

/** The part of a period from the begin of the run in it to its end. */
function heldIn({ segments }: BillingRun, period: Period): Period {
  const spans = segments.map(spanOf);
  return {
    from: Math.max(period.from, Math.min(...spans.map(({ from }) => from))),
    to: Math.min(period.to, Math.max(...spans.map(({ to }) => to))),
  };
}

/** Where nothing is due nothing is lacking either. */
function withMissing(invoice: Invoice, missing: readonly string[]): Invoice {
  const { lines, notices, payable } = invoice;
  if (missing.length === 0 || (lines.length === 0 && payable.eq('0'))) return invoice;
  return { ...invoice, notices: [...missing, ...notices] };
}

/** Rows that are metered in several ways are not rated in those that nobody wants, and need not be when they are in another. */
function notElsewhere(unrated: readonly UnratedCell[], cells: readonly UsageCell[]): readonly UnratedCell[] {
  if (!unrated.some(({ isOtherMetering }) => isOtherMetering)) return unrated;
  const not = new Set(unrated.map(({ cell }) => cell));
  const rated = cells.filter((cell) => !not.has(cell));
  return unrated.filter(
    ({ cell, isOtherMetering }) =>
      !isOtherMetering ||
      !rated.some(({ key, from, to }) => key === cell.key && from < cell.to && to > cell.from),
  );
}
