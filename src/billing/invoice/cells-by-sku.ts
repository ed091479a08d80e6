import type { Sku, Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { Part } from './part.ts';

/** Usage that no line is for, and why. */
export interface UnratedCell {
  readonly cell: UsageCell;
  readonly reason: string;
  /** Whether rows of it can be in another cell, which is rated. */
  readonly isOtherMetering: boolean;
}

export interface CellsBySku {
  /** By the index of the SKU in the plan; undefined without usage. */
  readonly cells: readonly (readonly UsageCell[] | undefined)[];
  readonly unrated: readonly UnratedCell[];
}

/**
 * Who takes the usage of a part. A cell that is metered as no SKU wants it is apart: the same rows may be there in another
 * cell, since they are metered once for each way in which somebody wants them.
 */
export function cellsBySku({ cells, plan, inForce }: Part): CellsBySku {
  const bySku: (UsageCell[] | undefined)[] = [];
  const unrated: UnratedCell[] = [];
  for (const cell of cells) {
    const takers = plan.takers.get(cell.key);
    let isTaken = false;
    for (const index of takers ?? []) {
      const sku = plan.skus[index];
      if (sku === undefined || !isMeteredFor(cell, sku, inForce.terms)) continue;
      (bySku[index] ??= []).push(cell);
      isTaken = true;
    }
    if (isTaken) continue;
    const reason =
      takers === undefined
        ? `${plan.reference} has no SKU or meter of that name`
        : `no SKU of ${plan.reference} meters it by ${cell.aggregate} and ${cell.window}`;
    unrated.push({ cell, reason, isOtherMetering: takers !== undefined });
  }
  return { cells: bySku, unrated };
}

/**
 * Whether rows were brought together as the SKU wants it. Without a unit or currency they are of any; of what only limits its tiers
 * any unit will do.
 */
export function isMeteredFor(
  cell: UsageCell,
  { id, meter, unit }: Sku,
  { cadence, timezone, currency, fx }: Terms,
): boolean {
  return (
    cell.aggregate === meter.aggregate &&
    cell.window === meter.window &&
    cell.cadence === cadence &&
    cell.timezone === timezone &&
    (cell.unit === null || cell.unit === unit || (cell.key !== id && cell.key !== meter.name)) &&
    (cell.currency === null || cell.currency === currency) &&
    (cell.fx === undefined || cell.fx === fx)
  );
}
