import type { LeftOut, PriceConflict } from '../../../model/prices-sync.ts';
import type { PriceOption } from '../../../model/cost.ts';

/** A price of a list with all its tiers. */
export interface ListedCell {
  readonly service: string;
  readonly option?: PriceOption;
  readonly region: string;
  readonly key: string;
  readonly unit: string;
  /** As a shard of the book writes them. */
  readonly tiers: string;
  /** Empty when there is none. */
  readonly sku: string;
}

/** All that a sync keeps of a list. */
export interface ListContent {
  readonly rows: number;
  readonly prices: readonly ListedCell[];
  readonly conflicts: readonly PriceConflict[];
  readonly leftOut: readonly LeftOut[];
}
