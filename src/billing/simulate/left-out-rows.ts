import type { UsageAggregate, UsageCell } from '../../model/billing/usage.ts';
import type { Frames } from './frames.ts';

/** How many accepted rows lie before all periods that are compared. */
export function leftOutRows({ cells }: UsageAggregate, frames: Frames): number {
  return frames.leftOut.length === 0 ? 0 : rowsOf(cells, (cell) => !frames.isCompared(cell));
}

/**
 * How many accepted rows the cells hold that are asked for. The same rows may be in several cells of a customer and key, each metered
 * otherwise: they are counted once.
 */
export function rowsOf(cells: Iterable<UsageCell>, isCounted: (cell: UsageCell) => boolean): number {
  let rows = 0;
  let first: UsageCell | undefined;
  let byMetering = new Map<string, number>();
  for (const cell of cells) {
    if (!isCounted(cell)) continue;
    // They come sorted.
    if (first === undefined || !isSame(first, cell)) {
      rows += Math.max(0, ...byMetering.values());
      first = cell;
      byMetering = new Map();
    }
    const name = meteringOf(cell);
    byMetering.set(name, (byMetering.get(name) ?? 0) + cell.rows);
  }
  return rows + Math.max(0, ...byMetering.values());
}

function isSame(a: UsageCell, b: UsageCell): boolean {
  return a.customer === b.customer && a.type === b.type && a.key === b.key;
}

function meteringOf({ aggregate, window, cadence, timezone, unit, currency }: UsageCell): string {
  return JSON.stringify([aggregate, window, cadence, timezone, unit, currency]);
}
