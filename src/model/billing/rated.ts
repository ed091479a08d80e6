import type { Decimal } from '../../lib/decimal.ts';
import type { SideRef } from '../result.ts';
import type { Invoice } from './rating.ts';
import type { Environment } from './terms.ts';
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
  /** Where the billing files were read. */
  readonly side: SideRef;
  readonly by: RatedBy;
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

/** Whose terms usage was rated by. */
export interface RatedBy {
  /** `id@version` where one version rates all; null: that of each customer. */
  readonly profile: string | null;
  /** Whose bindings say which customer has which version, jurisdiction, tags and grants. */
  readonly environment: Environment;
  /** The instant whose versions rate all usage; null: those in force when it was used. */
  readonly at: string | null;
}

/** A shared cost and who carries it. `parts` is empty and `unknown` says why where it cannot be told. */
export interface AllocatedPool {
  readonly pool: string;
  readonly amount: Decimal;
  readonly rule: string | null;
  readonly parts: readonly { readonly to: string; readonly amount: Decimal }[];
  readonly unknown: string | null;
}

/** Rows that are in no invoice though they were taken. */
export function unratedRows({ unrated }: Pick<RatedUsage, 'unrated'>): number {
  return unrated.reduce((sum, { rows }) => sum + rows, 0);
}
