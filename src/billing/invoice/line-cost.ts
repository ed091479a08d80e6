import { Decimal, decimal } from '../../lib/decimal.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { isMeteredFor } from './cells-by-sku.ts';
import type { Part } from './part.ts';
import type { SoldPart } from './work-line.ts';

/** Digits that a cost is split to: as many as usage has. */
const DIGITS = 18;

/** What the usage cost us: as it was recorded, else as the SKU says for one unit. Null where neither is known. */
export function costOf(sold: SoldPart, quantity: Decimal): Decimal | null {
  return recorded(sold) ?? sold.sku.cost.variable?.times(quantity) ?? null;
}

function recorded({ cells, part, sku }: SoldPart): Decimal | null {
  let total: Decimal | null = null;
  for (const cell of cells) {
    if (cell.cost === null) return null;
    const cost = part.plan.shared.has(cell.key)
      ? ownShare(cell.cost, sharers(cell, part), sku.id)
      : cell.cost;
    total = total === null ? cost : total.plus(cost);
  }
  return total;
}

/** SKUs that take the usage of a cell by one meter, each in its own way: it cost us once. */
function sharers({ key, unit, from, to }: UsageCell, { plan, cells, inForce }: Part): readonly string[] {
  const same = cells.filter(
    (cell) => cell.key === key && cell.unit === unit && cell.from < to && cell.to > from,
  );
  return (plan.takers.get(key) ?? []).flatMap((index) => {
    const sku = plan.skus[index];
    return sku !== undefined && same.some((cell) => isMeteredFor(cell, sku, inForce.terms)) ? [sku.id] : [];
  });
}

/** An equal part for each; what cannot be divided goes to the first by id. */
function ownShare(cost: Decimal, ids: readonly string[], id: string): Decimal {
  if (ids.length < 2) return cost;
  const part = cost.div(decimal(ids.length)).round(DIGITS, Decimal.roundDown);
  return id === ids[0] ? cost.minus(part.times(decimal(ids.length - 1))) : part;
}
