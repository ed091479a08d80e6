import type { Decimal } from '../../lib/decimal.ts';
import type { Aggregate, Cadence, ExchangeRate, MeterWindow } from './terms.ts';

/** How the events of one customer and key (SKU or meter) are brought together before they are rated. */
export interface Metering {
  readonly aggregate: Aggregate;
  readonly window: MeterWindow;
  /** Amounts of single events are kept: the price depends on each of them. */
  readonly perEvent: boolean;
  readonly cadence: Cadence;
  readonly timezone: string;
  /** Milliseconds; a row that was received later than the end of its period and this is late. */
  readonly cutoff: number;
  /** Unit that rows must be in; null for any. */
  readonly unit: string | null;
  /** What event amounts and costs are in, or are converted to, where a row names their currency; null for any. */
  readonly currency: string | null;
  /** Rates into that currency. Absent: nothing is converted. */
  readonly exchange?: readonly ExchangeRate[];
  /** Id of the table that they are of: two versions that name another one have cells of their own. Absent: for any. */
  readonly fx?: string | null;
  /** Besides the bounds of periods: instants (epoch milliseconds, ascending) at which a new cell begins, since terms change there. */
  readonly cuts: readonly number[];
}

/** Who asks for usage: what the rows of a customer and a key are brought together by. */
export interface AggregationPlan {
  /** The meterings of a row, usually one; or why nobody bills it. `type` is the row's `SubAccountType`, null when not given. */
  meterings(
    customer: string,
    type: string | null,
    key: string,
  ): readonly Metering[] | 'unknown-identity' | 'unknown-sku';
}

/** Usage of one customer and key between two cuts: what rating goes by, however many events there were. */
export interface UsageCell {
  readonly customer: string;
  /** `SubAccountType` of its rows; null when they have none. Customers of two types may share an id. */
  readonly type: string | null;
  /** `SkuId`, or `x_Meter` where a row has no `SkuId`. */
  readonly key: string;
  readonly aggregate: Aggregate;
  readonly window: MeterWindow;
  /** Of the metering: two versions with other periods, zones, units or currencies have cells of their own for the same rows. */
  readonly cadence: Cadence;
  readonly timezone: string;
  readonly unit: string | null;
  readonly currency: string | null;
  /** Of the metering: the table of rates that its money is converted by; null for none. Absent: for terms with any. */
  readonly fx?: string | null;
  /** Half-open, epoch milliseconds: the part of one billing period between two cuts. */
  readonly from: number;
  readonly to: number;
  /** Aggregated in each window, summed over the windows. */
  readonly quantity: Decimal;
  /** Rows that it holds: what is not rated of it is counted by them. */
  readonly rows: number;
  /** Rows times their `x_EventCount`. */
  readonly events: Decimal;
  /** Sum of `x_EventAmount` times `x_EventCount`; null when a row has none: a part of it would be too low. */
  readonly amount: Decimal | null;
  /** For `perEvent`, in the order of time: amount of one event, and how many of it follow each other. */
  readonly amounts: readonly { readonly amount: Decimal; readonly count: Decimal }[] | null;
  /** Sum of `EffectiveCost`; null when a row has none, which is not 0. */
  readonly cost: Decimal | null;
  /** Of the first row that says so. */
  readonly jurisdiction: string | null;
  readonly tags: Readonly<Record<string, string>> | null;
}

/**
 * Many cells in order. A list is one; cells of large files are made each time that they are asked for, so whoever needs one twice
 * keeps it.
 */
export interface UsageCells extends Iterable<UsageCell> {
  readonly length: number;
  /** Those from a place on, up to another. */
  slice(from: number, to: number): readonly UsageCell[];
}

/** Why a row was not taken. */
export type Rejection =
  | 'malformed'
  | 'unknown-identity'
  | 'unknown-sku'
  | 'wrong-unit'
  | 'wrong-currency'
  | 'negative'
  | 'late'
  | 'outside-window'
  | 'conflicting-duplicate';

/** What was read: rows = accepted + deduplicated + pooled + the sum of rejected. */
export interface UsageCounts {
  readonly rows: number;
  readonly accepted: number;
  /** Same event id and same content as a row before: counted once. */
  readonly deduplicated: number;
  /** Rows of shared cost (`x_Pool`): nobody's usage. */
  readonly pooled: number;
  readonly rejected: Readonly<Partial<Record<Rejection, number>>>;
}

/** One row that was not taken; the first of each reason are kept. */
export interface RejectedRow {
  readonly reason: Rejection;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Where recorded usage comes from and how far it reaches. Null: nobody says. */
export interface UsageOrigin {
  readonly files: readonly string[];
  readonly source: string | null;
  readonly completeThrough: string | null;
  /** Percent of all usage that is in the file; null: nobody says it is a sample. */
  readonly sampled: Decimal | null;
  /** First `ChargePeriodStart` and last `ChargePeriodEnd` of accepted rows. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Usage that is ready to be rated. Cells are sorted by customer, type, key, aggregate, window and begin. */
export interface UsageAggregate {
  readonly cells: UsageCells;
  readonly counts: UsageCounts;
  readonly rejectedRows: readonly RejectedRow[];
  readonly origin: UsageOrigin;
  /** Shared cost by pool. */
  readonly pools: Readonly<Record<string, Decimal>>;
  /** What read it: `built-in` or `duckdb`. */
  readonly reader: 'built-in' | 'duckdb';
}
