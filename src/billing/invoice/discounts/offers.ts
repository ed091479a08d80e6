import { type Decimal, sum } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import { spanOf } from '../part.ts';
import type { Part } from '../part.ts';
import { type Bounds, meteredIn } from '../quantity-of.ts';
import type { WorkLine } from '../work-line.ts';

export interface Offers {
  readonly offers: readonly Discount[];
  /** Of which it is not known whether their conditions hold: they are not offered. */
  readonly unknown: readonly Discount[];
}

/** The discounts of a part that its customer has, by precedence: granted or for all, not over, and all conditions hold. */
export function offersOf(part: Part, lines: readonly WorkLine[]): Offers {
  const given = part.plan.discounts.filter((discount) => isGiven(discount, part));
  const reached = given.map((discount) => isReached(discount, lines));
  return {
    offers: given.filter((_, index) => reached[index] === true),
    unknown: given.filter((_, index) => reached[index] === null),
  };
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

/** Quantity and list amount count over all lines of the period that the discount is for, whatever its window. Null: nobody knows. */
function isReached(discount: Discount, lines: readonly WorkLine[]): boolean | null {
  const { minQuantity, minAmount } = discount.conditions;
  if (minQuantity === null && minAmount === null) return true;
  const own = lines.filter((line) => isFor(discount, line));
  if (minAmount !== null && sum(own.map(({ list }) => list)).lt(minAmount)) return false;
  return minQuantity === null || reaches(meteredIn(own), minQuantity);
}

function reaches({ least, most }: Bounds, wanted: Decimal): boolean | null {
  if (least.gte(wanted)) return true;
  return most.lt(wanted) ? false : null;
}
