import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { Rounding, TaxRow } from '../../model/billing/terms.ts';
import type { Period } from '../time/periods.ts';
import type { UnratedCell } from './cells-by-sku.ts';
import { serveCommitments } from './commitments/commitments.ts';
import type { CommitmentHistory } from './commitments/history.ts';
import { Budget } from './discounts/budget.ts';
import { takeDiscounts } from './discounts/discounts.ts';
import { instantText } from './instant-text.ts';
import { lineTax } from './line-tax.ts';
import { partsOf } from './part.ts';
import { totalsOf } from './totals.ts';
import { usageLines } from './usage-lines.ts';
import type { WorkLine } from './work-line.ts';

export type { CommitmentHistory } from './commitments/history.ts';

export interface InvoiceInput {
  readonly customer: string;
  /** A billing period of the cadence and time zone that all segments have. */
  readonly period: Period;
  /**
   * The terms of the customer in order, of one currency, cadence, time zone and rounding. At least those of the period; the
   * others tell how long a commitment lasts.
   */
  readonly segments: readonly TermsInForce[];
  /** Usage of the customer in the period. */
  readonly cells: readonly UsageCell[];
  /** What earlier billing periods used of commitments. Without it a commitment whose period began before is unknown. */
  readonly history?: CommitmentHistory;
  /** Whether each line, and the invoice, says how it was calculated. Without it many times faster. */
  readonly explain: boolean;
}

export interface RatedInvoice {
  readonly invoice: Invoice;
  /** Usage that no line is for. */
  readonly unrated: readonly UnratedCell[];
  /** Ids of SKUs whose amount nobody can tell: they have no line. */
  readonly unknownSkus: readonly string[];
  /** For the next billing period. */
  readonly history: CommitmentHistory;
  /** What each line of the invoice is taxed by; null: by nothing that is known. */
  taxRows(): readonly (TaxRow | null)[];
}

const NO_HISTORY: CommitmentHistory = new Map();

/** What one customer owes for one billing period. Throws a RangeError when no terms hold in it. */
export function rateInvoice(input: InvoiceInput): Invoice {
  return ratedInvoice(input).invoice;
}

/** The same, with what could not be rated and what the next period needs to know. */
export function ratedInvoice(input: InvoiceInput): RatedInvoice {
  const { customer, period, segments, cells, explain } = input;
  const parts = partsOf(segments, period, cells);
  const last = parts.at(-1)?.inForce;
  if (last === undefined) throw new RangeError('No terms hold in the period.');
  const { terms, binding } = last;
  const digits = spreadDigits(terms.rounding);
  const usage = usageLines(parts, period, explain);
  const undecided = takeDiscounts(parts, usage.lines, period, new Budget(digits, explain));
  const served = serveCommitments({
    ...{ parts, segments, period, digits, explain },
    lines: usage.lines,
    history: input.history ?? NO_HISTORY,
  });
  const lines = [...usage.lines, ...served.lines];
  const totals = totalsOf(lines, terms, explain);
  const invoice: Invoice = {
    customer,
    type: binding.unknownType === true ? null : binding.type,
    period: { from: instantText(period.from), to: instantText(period.to) },
    currency: terms.currency,
    ...totals,
    notices: [...served.notices, ...totals.notices],
    unknowns: [...usage.unknowns, ...undecided, ...served.unknowns, ...totals.unknowns],
  };
  const { unrated, unknownSkus } = usage;
  return { invoice, unrated, unknownSkus, history: served.history, taxRows: () => lines.map(knownTax) };
}

function knownTax(line: WorkLine): TaxRow | null {
  const tax = lineTax(line);
  return typeof tax === 'string' ? null : tax;
}

/** Where only the invoice is rounded, what is spread over its lines is spread far finer than that. */
function spreadDigits({ level, digits }: Rounding): number {
  return level === 'line' ? digits : digits + 12;
}
