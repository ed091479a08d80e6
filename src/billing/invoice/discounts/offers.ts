import { type Decimal, sum } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import { spanOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { WorkLine } from '../work-line.ts';

/** The discounts of a part that its customer has, by precedence: granted or for all, not over, and all conditions hold. */
export function offersOf(part: Part, lines: readonly WorkLine[]): readonly Discount[] {
  return part.plan.discounts.filter((discount) => isGiven(discount, part) && isReached(discount, lines));
}

/** Whether a discount takes anything off a line at all. */
export function isFor({ skus }: Discount, { id }: WorkLine): boolean {
  return skus?.includes(id) ?? true;
}

function isGiven({ id, enabled, conditions, window }: Discount, { inForce, from, to }: Part): boolean {
  const { grants, tags } = inForce.binding;
  if (!enabled && !grants.includes(id)) return false;
  const span = spanOf(window);
  if (span.from >= to || span.to <= from) return false;
  return Object.entries(conditions.tags).every(
    ([key, value]) => Object.hasOwn(tags, key) && tags[key] === value,
  );
}

/** Quantity and list amount count over all lines of the period that the discount is for, whatever its window. */
function isReached(discount: Discount, lines: readonly WorkLine[]): boolean {
  const { minQuantity, minAmount } = discount.conditions;
  if (minQuantity === null && minAmount === null) return true;
  const own = lines.filter((line) => isFor(discount, line));
  return reaches(own, minQuantity, 'quantity') && reaches(own, minAmount, 'list');
}

function reaches(lines: readonly WorkLine[], least: Decimal | null, figure: 'quantity' | 'list'): boolean {
  return least === null || sum(lines.map((line) => line[figure])).gte(least);
}
