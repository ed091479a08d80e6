import type { Decimal } from '../../lib/decimal.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';

/** What the usage cost us: as it was recorded, else as the SKU says for one unit. Null where neither is known. */
export function costOf(cells: readonly UsageCell[], sku: Sku, quantity: Decimal): Decimal | null {
  return recorded(cells) ?? sku.cost.variable?.times(quantity) ?? null;
}

function recorded(cells: readonly UsageCell[]): Decimal | null {
  let total: Decimal | null = null;
  for (const { cost } of cells) {
    if (cost === null) return null;
    total = total === null ? cost : total.plus(cost);
  }
  return total;
}
