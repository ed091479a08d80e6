import type { LeftOut, PriceConflict } from '../../../model/prices-sync.ts';
import type { PriceOption } from '../../../model/cost.ts';

/** A price of a list with all its tiers. */
export interface ListedCell {
  readonly key: string;
  readonly unit: string;
  /** As a shard of the book writes them. */
  readonly tiers: string;
  /** Empty when there is none. */
  readonly sku: string;
}

/** The prices of a list in one region of one shard, sorted by key. */
export interface ListedRegion {
  readonly service: string;
  readonly option?: PriceOption;
  readonly region: string;
  readonly cells: readonly ListedCell[];
}

/** All that a sync keeps of a list. */
export interface ListContent {
  readonly rows: number;
  /** Sorted by service, option and region. */
  readonly prices: readonly ListedRegion[];
  readonly conflicts: readonly PriceConflict[];
  readonly leftOut: readonly LeftOut[];
}
