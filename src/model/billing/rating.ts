import type { Decimal } from '../../lib/decimal.ts';
import type { Binding } from './binding.ts';

/** The fixed order of calculation. */
export const CALCULATION_ORDER = [
  'meter',
  'convert',
  'free quantity',
  'model',
  'least and most',
  'discounts',
  'commitments',
  'line rounding',
  'tax',
  'invoice rounding',
  'revenue share',
  'allocation',
] as const;

export type CalculationStep = (typeof CALCULATION_ORDER)[number];

/** One step of a line as `--explain` prints it: what was done, and what it led to. */
export interface RatingStep {
  readonly step: CalculationStep;
  /** Such as `1,500 - 1,000 free = 500`. */
  readonly text: string;
  readonly quantity?: Decimal;
  readonly amount?: Decimal;
}

/** One line of an invoice: a SKU of one version in one period, a commitment's charge, or a credit. */
export interface RatedLine {
  /** SKU id, or commitment id for `kind` other than usage. */
  readonly id: string;
  readonly kind: 'usage' | 'true-up' | 'overage' | 'credit';
  /** `id@version` of the profile. */
  readonly profile: string;
  /** Part of the period that it is for: UTC, half-open. */
  readonly from: string;
  readonly to: string;
  /** Metered, before conversion and free quantity. */
  readonly quantity: Decimal;
  readonly unit: string | null;
  /** After conversion and free quantity. */
  readonly billable: Decimal;
  /** By the price, within least and most; exact. */
  readonly list: Decimal;
  /** Less discounts and credits; exact unless lines are rounded, then rounded. Before tax, unless tax is included in prices. */
  readonly net: Decimal;
  /** What of `list` and of `net` is tax, where it is included in the price; null where none is. Rounded like the tax of a line. */
  readonly includedTax: { readonly list: Decimal; readonly net: Decimal } | null;
  readonly discounts: readonly { readonly id: string; readonly amount: Decimal }[];
  /** Of the SKU; null for what a commitment charges or gives back. */
  readonly name: string | null;
  /** What the profile puts the SKU under; null where it names nothing. */
  readonly group: string | null;
  readonly profitCenter: string | null;
  /** Variable cost of the quantity; null when not known. */
  readonly cost: Decimal | null;
  readonly steps: readonly RatingStep[];
}

export interface TaxAmount {
  readonly jurisdiction: string;
  readonly category: string;
  readonly rate: Decimal;
  readonly inclusive: boolean;
  readonly base: Decimal;
  readonly amount: Decimal;
}

/** What one customer owes for one billing period. */
export interface Invoice {
  readonly customer: string;
  /** That of its binding; two types may share an id. Null: nobody says. */
  readonly type: Binding['type'] | null;
  /** UTC, half-open. */
  readonly period: { readonly from: string; readonly to: string };
  readonly currency: string;
  readonly lines: readonly RatedLine[];
  /** Sum of lines before discounts, after them, and payable, which is rounded and with tax. */
  readonly list: Decimal;
  readonly net: Decimal;
  readonly tax: readonly TaxAmount[];
  readonly payable: Decimal;
  /** payable - (net + tax that is not included): what rounding moved. */
  readonly rounding: Decimal;
  readonly revenueShares: readonly { readonly party: string; readonly amount: Decimal }[];
  /** What was done after the lines: tax and rounding of the whole invoice, and revenue share. Empty unless steps were asked for. */
  readonly steps: readonly RatingStep[];
  /** What somebody should know though all of it is rated, such as a level that a commitment has reached: one sentence each. */
  readonly notices: readonly string[];
  /** Why parts of it could not be rated, such as a jurisdiction without a rate: one sentence each. */
  readonly unknowns: readonly string[];
}
