import { ZERO } from '../../lib/decimal.ts';
import type { Cadence, Sku } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import { isLevel } from './level.ts';
import type { SkuUsage } from './sku-part.ts';
import { added, inTime } from './together.ts';

const NO_LIMITS: SkuUsage['limits'] = {};
export const NO_USAGE: SkuUsage = {
  quantity: ZERO,
  events: ZERO,
  amount: null,
  amounts: null,
  limits: NO_LIMITS,
};

/**
 * Usage of a SKU, by its own id and by the meter that it names, of the cells (in their order) of one customer in one
 * part of a period. Cells of other keys and meters may be among them, but none that is metered for terms with another
 * cadence, zone, unit or currency. `limits` are left empty: only `capacity` needs them.
 */
export function usageOf(cells: readonly UsageCell[], sku: Sku, cadence: Cadence): SkuUsage {
  const { meter } = sku;
  let own: SkuUsage | null = null;
  let metered: SkuUsage | null = null;
  for (const cell of cells) {
    if (cell.aggregate !== meter.aggregate || cell.window !== meter.window) continue;
    const level = isLevel(meter, cadence) ? meter.aggregate : null;
    if (cell.key === sku.id) own = own === null ? usageIn(cell) : inTime(own, usageIn(cell), level);
    else if (cell.key === meter.name)
      metered = metered === null ? usageIn(cell) : inTime(metered, usageIn(cell), level);
  }
  if (own !== null && metered !== null) return added(own, metered);
  return own ?? metered ?? NO_USAGE;
}

function usageIn({ quantity, events, amount, amounts }: UsageCell): SkuUsage {
  return { quantity, events, amount, amounts, limits: NO_LIMITS };
}
