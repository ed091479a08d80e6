import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';
import type { UnratedCell } from './cells-by-sku.ts';
import { partsOf } from './part.ts';
import { totalled } from './totals.ts';
import { usageLines } from './usage-lines.ts';

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
  /** Whether each line says how it was calculated. Without it many times faster. */
  readonly explain: boolean;
}

export interface RatedInvoice {
  readonly invoice: Invoice;
  /** Usage that no line is for. */
  readonly unrated: readonly UnratedCell[];
}

/** What one customer owes for one billing period. Throws a RangeError when no terms hold in it. */
export function rateInvoice(input: InvoiceInput): Invoice {
  return ratedInvoice(input).invoice;
}

/** The same, with what a next period needs to know. */
export function ratedInvoice(input: InvoiceInput): RatedInvoice {
  const { customer, period, cells, explain } = input;
  const parts = partsOf(input.segments, period, cells);
  const usage = usageLines(parts, period, explain);
  const invoice = totalled({ customer, period, parts, lines: usage.lines, unknowns: usage.unknowns });
  return { invoice, unrated: usage.unrated };
}
