/** Rows of a list that a rule takes and that gave no price. */
export interface LeftOut {
  readonly reason: string;
  readonly rows: number;
  /** A few of them. */
  readonly examples: readonly string[];
}

/** A key for which a list has several prices: none of them is taken. */
export interface PriceConflict {
  readonly service: string;
  readonly region: string;
  readonly key: string;
  /** Each with its SKU. */
  readonly prices: readonly string[];
}

/** What became of one official list. */
export interface SyncedList {
  readonly provider: string;
  readonly offer: string;
  readonly region: string;
  /** The cloud's stamp of its content; null where it gives none. */
  readonly version: string | null;
  /** `known`: a former sync, or the same one before it broke off, has read it. */
  readonly state: 'read' | 'known' | 'failed';
  readonly rows: number;
  readonly prices: number;
  readonly leftOut: readonly LeftOut[];
  readonly conflicts: readonly PriceConflict[];
  /** Why it was not taken. */
  readonly problem: string | null;
}

/** What became of the prices of one service in one region. */
export interface SyncedRegion {
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  /** Why the prices stay as they were; null when those of the lists were taken. */
  readonly kept: string | null;
  readonly unchanged: number;
  readonly changed: number;
  readonly added: number;
  readonly vanished: number;
  /** Keys with several prices in the lists, or whose SKU has another key in the book: they keep the price that they have. */
  readonly conflicts: number;
  /** Prices that no rule looks for in a list: they stay. */
  readonly beyondRules: number;
}

/** A price that changed. */
export interface PriceChange {
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  readonly key: string;
  readonly unit: string;
  /** Tiers as the book writes them: `0.09 10240:0.085`. */
  readonly before: string;
  readonly after: string;
  /** Of the first tier that differs, with one place; null from 0. */
  readonly percent: string | null;
}

/** `tollgate prices sync`. */
export interface PricesSync {
  /** Ids of the book that was there, and of the one that is. */
  readonly before: string;
  readonly after: string;
  readonly today: string;
  /** Nothing was written. */
  readonly isDryRun: boolean;
  readonly lists: readonly SyncedList[];
  readonly regions: readonly SyncedRegion[];
  /** The largest, first. */
  readonly changes: readonly PriceChange[];
  /** What could not be had, one sentence each. */
  readonly skipped: readonly string[];
}
