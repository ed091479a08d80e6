import { type Decimal, decimal, ZERO } from '../../../lib/decimal.ts';
import type { Sku, Window } from '../../../model/billing/terms.ts';
import type { UsageCell } from '../../../model/billing/usage.ts';
import { shareOf } from '../../rate/share.ts';
import type { Period } from '../../time/periods.ts';
import { spanOf } from '../part.ts';
import type { WorkLine } from '../work-line.ts';

/** `part` of `whole`; `whole` is more than 0. */
export interface Fraction {
  readonly part: Decimal;
  readonly whole: Decimal;
}

const AMOUNTS = new Set<Sku['price']['model']>(['percentage', 'graduatedPercentage', 'dynamic']);
const ONE = decimal(1);
const NOTHING: Fraction = { part: ZERO, whole: ONE };

/**
 * Which part of a line lies in the window of a discount; null for all of it. It goes by the usage in the window (by its amounts
 * where they are what is priced), and by days where the price is flat or nothing was used.
 */
export function windowShare({ part, use }: WorkLine, window: Window): Fraction | null {
  const span = spanOf(window);
  if (span.from <= part.from && span.to >= part.to) return null;
  const { timezone } = part.inForce.terms;
  if (use !== null && use.one.sku.price.model !== 'flat') {
    const used = usedIn(use.one.cells, span, timezone, AMOUNTS.has(use.one.sku.price.model));
    if (used.whole.gt(ZERO)) return used;
  }
  return daysOf(part, span, timezone);
}

function usedIn(cells: readonly UsageCell[], span: Period, timezone: string, byAmount: boolean): Fraction {
  let [part, whole] = [ZERO, ZERO];
  for (const cell of cells) {
    const used = (byAmount ? cell.amount : null) ?? cell.quantity;
    const share = daysOf(cell, span, timezone);
    whole = whole.plus(used);
    part = part.plus(share === null ? used : used.times(share.part).div(share.whole));
  }
  return { part, whole };
}

/** Usage is cut where a discount begins or ends. What is not, such as the most of a month, goes by days. */
function daysOf(stretch: Period, span: Period, timezone: string): Fraction | null {
  const from = Math.max(stretch.from, span.from);
  const to = Math.min(stretch.to, span.to);
  if (from >= to) return NOTHING;
  const share = shareOf([{ from, to }], stretch, timezone);
  return share === null ? null : { part: share.days, whole: share.of };
}
