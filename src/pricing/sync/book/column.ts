import type { PriceOption } from '../../../model/cost.ts';
import type { SyncedList } from '../../../model/prices-sync.ts';
import type { PriceList as BookList } from '../../format.ts';
import type { Cell } from '../../matrix.ts';
import type { ListedCell, ListedRegion } from '../lists/content.ts';
import type { PriceList } from '../port.ts';

/** A list that was read, and under which date and source its prices stand in the book. */
export interface ReadList {
  readonly list: SyncedList;
  readonly asOf: string;
  readonly source: string;
  /** Of one shard, by region. */
  readonly prices: readonly ListedRegion[];
}

/** A price of the lists for a key. */
export interface FreshPrice {
  readonly unit: string;
  readonly cell: Cell;
}

/** What the lists of a run say of one service in one region. */
export interface FreshColumn {
  readonly region: string;
  readonly option: PriceOption | undefined;
  readonly prices: ReadonlyMap<string, FreshPrice>;
  /** Keys that have several prices. */
  readonly conflicts: ReadonlySet<string>;
  /** Those of them about which two lists contradict each other. */
  readonly across: ReadonlySet<string>;
  /** Whether the lists are those of the region: what they do not have is no longer sold. */
  readonly isWhole: boolean;
}

interface Draft {
  readonly region: string;
  option: PriceOption | undefined;
  readonly prices: Map<string, FreshPrice>;
  readonly conflicts: Set<string>;
  readonly across: Set<string>;
  isWhole: boolean;
}

/** The prices of one service by region. Two lists that contradict each other give no price for the key. */
export function freshColumns(service: string, lists: readonly ReadList[]): ReadonlyMap<string, FreshColumn> {
  const columns = new Map<string, Draft>();
  const columnOf = (region: string, list: PriceList): Draft => {
    const found = columns.get(region) ?? {
      region,
      option: undefined,
      prices: new Map<string, FreshPrice>(),
      conflicts: new Set<string>(),
      across: new Set<string>(),
      isWhole: true,
    };
    columns.set(region, found);
    if (list.region !== region && list.region !== '*') found.isWhole = false;
    return found;
  };
  for (const { list, asOf, source, prices } of lists) {
    const bookList: BookList = { asOf, source };
    for (const conflict of list.conflicts) {
      if (conflict.service === service) columnOf(conflict.region, list).conflicts.add(conflict.key);
    }
    for (const { option, region, cells } of prices) {
      const column = columnOf(region, list);
      column.option = option;
      for (const cell of cells) addCell(column, cell, bookList);
    }
  }
  for (const { prices, conflicts, across } of columns.values()) {
    for (const key of across) conflicts.add(key);
    for (const key of conflicts) prices.delete(key);
  }
  return columns;
}

function addCell({ prices, across }: Draft, { key, unit, tiers, sku }: ListedCell, list: BookList): void {
  const other = prices.get(key);
  if (other === undefined) prices.set(key, { unit, cell: { tiers, sku, list } });
  else if (other.unit !== unit || other.cell.tiers !== tiers) across.add(key);
}
