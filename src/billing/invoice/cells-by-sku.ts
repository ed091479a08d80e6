import type { UsageCell } from '../../model/billing/usage.ts';
import type { Part } from './part.ts';

/** Usage that no line is for, and why: half a sentence that begins small. */
export interface UnratedCell {
  readonly cell: UsageCell;
  readonly reason: string;
}

export interface CellsBySku {
  /** By the index of the SKU in the plan; undefined without usage. */
  readonly cells: readonly (readonly UsageCell[] | undefined)[];
  readonly unrated: readonly UnratedCell[];
}

/**
 * Who takes the usage of a part. A cell that is metered as no SKU wants it is left out without a word where the same usage
 * is there in another cell, since rows are metered once for each way in which somebody wants them.
 */
export function cellsBySku({ cells, plan }: Part): CellsBySku {
  const bySku: (UsageCell[] | undefined)[] = [];
  const unrated: UnratedCell[] = [];
  const others: UsageCell[] = [];
  for (const cell of cells) {
    const takers = plan.takers.get(cell.key);
    if (takers === undefined) {
      unrated.push({ cell, reason: `${plan.reference} has no SKU or meter of that name` });
      continue;
    }
    let isTaken = false;
    for (const index of takers) {
      const meter = plan.skus[index]?.meter;
      if (meter?.aggregate !== cell.aggregate || meter.window !== cell.window) continue;
      (bySku[index] ??= []).push(cell);
      isTaken = true;
    }
    if (!isTaken) others.push(cell);
  }
  const taken = new Set(others.length === 0 ? [] : bySku.flat().map((cell) => cell?.key));
  for (const cell of others) {
    if (taken.has(cell.key)) continue;
    const reason = `no SKU of ${plan.reference} meters it by ${cell.aggregate} and ${cell.window}`;
    unrated.push({ cell, reason });
  }
  return { cells: bySku, unrated };
}
