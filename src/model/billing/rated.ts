import type { Decimal } from '../../lib/decimal.ts';
import type { Invoice } from './rating.ts';
import type { RejectedRow, UsageCounts, UsageOrigin } from './usage.ts';

/** Usage that nobody pays for, and why: counted in rows. */
export interface UnratedUsage {
  readonly reason: string;
  readonly customer: string;
  readonly key: string;
  readonly rows: number;
  readonly quantity: Decimal;
}

/** What `profile rate` found out. */
export interface RatedUsage {
  readonly invoices: readonly Invoice[];
  readonly counts: UsageCounts;
  readonly rejectedRows: readonly RejectedRow[];
  readonly origin: UsageOrigin;
  readonly reader: 'built-in' | 'duckdb';
  readonly unrated: readonly UnratedUsage[];
  /** What becomes of shared cost, by pool. */
  readonly allocations: readonly AllocatedPool[];
  readonly order: readonly string[];
}

/** A shared cost and who carries it. `parts` is empty and `unknown` says why where it cannot be told. */
export interface AllocatedPool {
  readonly pool: string;
  readonly amount: Decimal;
  readonly rule: string | null;
  readonly parts: readonly { readonly to: string; readonly amount: Decimal }[];
  readonly unknown: string | null;
}
