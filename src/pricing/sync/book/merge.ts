import { textMatches } from '../../../lib/text-glob.ts';
import type { PriceChange, SyncedRegion } from '../../../model/prices-sync.ts';
import type { Cell, Matrix } from '../../matrix.ts';
import type { FreshColumn } from './column.ts';
import { type MovedSku, movedSkus, withoutMoved } from './known-skus.ts';
import { percentOf } from './percent.ts';

/** Percent of the prices of a region that may vanish at once; more looks like a list that has changed its form. */
const MOST_VANISHED = 5;

export interface MergeOptions {
  /** Globs of the keys that rules may give: others are not expected in a list. */
  readonly sought: readonly string[];
  readonly today: string;
  readonly acceptVanished: boolean;
}

/** What became of a column, and each price that is another. */
export interface MergedColumn {
  readonly region: SyncedRegion;
  readonly changes: readonly PriceChange[];
  /** Keys whose unit is another than the book's: not taken. */
  readonly otherUnit: readonly string[];
  /** SKUs whose key is another in the book: their prices are not taken. */
  readonly moved: readonly MovedSku[];
}

interface Differences {
  readonly unchanged: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly vanished: readonly string[];
  readonly otherUnit: readonly string[];
  readonly sought: number;
  readonly beyondRules: number;
}

/**
 * Puts the prices of the lists into a region of a shard, unless the book has newer ones, or too many would vanish. A key with
 * several prices keeps the one that it has; so does one that no rule looks for, and one whose SKU has another key in the book.
 */
export function mergeColumn(matrix: Matrix, listed: FreshColumn, options: MergeOptions): MergedColumn {
  const { provider, service } = matrix.name;
  const { region } = listed;
  const before: ReadonlyMap<string, Cell> = new Map(matrix.cells(region));
  const moved = movedSkus(before, listed);
  const fresh = moved.length === 0 ? listed : withoutMoved(listed, moved);
  const found = differences(matrix, before, fresh, options.sought);
  const kept = whyKept(matrix, fresh, found, options);
  const changes = found.changed.map((key): PriceChange => {
    const [old = '', now = ''] = [before.get(key)?.tiers, fresh.prices.get(key)?.cell.tiers];
    const { unit = '' } = fresh.prices.get(key) ?? {};
    return { provider, service, region, key, unit, before: old, after: now, percent: percentOf(old, now) };
  });
  if (kept === null) replace(matrix, fresh, found);
  return {
    region: {
      provider,
      service,
      region,
      kept,
      unchanged: found.unchanged.length,
      changed: found.changed.length,
      added: found.added.length,
      vanished: found.vanished.length,
      conflicts: fresh.conflicts.size,
      beyondRules: found.beyondRules,
    },
    changes: kept === null ? changes : [],
    otherUnit: found.otherUnit,
    moved,
  };
}

function differences(
  matrix: Matrix,
  before: ReadonlyMap<string, Cell>,
  fresh: FreshColumn,
  globs: readonly string[],
): Differences {
  const [unchanged, changed, added, otherUnit] = [[], [], [], []] as [string[], string[], string[], string[]];
  for (const [key, { unit, cell }] of fresh.prices) {
    const old = before.get(key)?.tiers;
    if ((matrix.unit(key) ?? unit) !== unit) otherUnit.push(key);
    else if (old === undefined) added.push(key);
    else (old === cell.tiers ? unchanged : changed).push(key);
  }
  const sought = [...before.keys()].filter((key) => globs.some((glob) => textMatches(glob, key)));
  const isThere = (key: string): boolean => fresh.prices.has(key) || fresh.conflicts.has(key);
  const vanished = fresh.isWhole ? sought.filter((key) => !isThere(key)) : [];
  const beyondRules = before.size - sought.length;
  return { unchanged, changed, added, vanished, otherUnit, sought: sought.length, beyondRules };
}

function whyKept(
  matrix: Matrix,
  { region }: FreshColumn,
  { vanished, sought }: Differences,
  { today, acceptVanished }: MergeOptions,
): string | null {
  const newest = matrix.newest(region);
  if (newest > today) return `the book is of ${newest}, and newer`;
  if (acceptVanished || vanished.length * 100 <= sought * MOST_VANISHED) return null;
  const examples = vanished.slice(0, 3).join(', ');
  return `${vanished.length} of ${sought} prices would vanish, such as ${examples}`;
}

function replace(matrix: Matrix, fresh: FreshColumn, { vanished, otherUnit }: Differences): void {
  for (const key of vanished) matrix.set(key, '', fresh.region, undefined);
  const refused = new Set(otherUnit);
  for (const [key, { unit, cell }] of fresh.prices) {
    if (!refused.has(key)) matrix.set(key, unit, fresh.region, cell);
  }
}
