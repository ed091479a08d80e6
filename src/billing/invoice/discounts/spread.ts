import { type Decimal, sum, ZERO } from '../../../lib/decimal.ts';
import { largestRemainder } from '../../../lib/largest-remainder.ts';

/**
 * Spreads an amount over bases in proportion, by largest remainder in minor units; none gets more than its base. The
 * amount must not exceed the sum of the bases. Ties go by the order of the bases.
 */
export function spread(amount: Decimal, bases: readonly Decimal[], digits: number): readonly Decimal[] {
  const total = sum(bases);
  if (amount.gte(total)) return bases;
  const ids = new Map(bases.map((base, index) => [String(index).padStart(9, '0'), base]));
  const parts = [...largestRemainder(amount, ids, digits).values()];
  return withinBases(parts, bases);
}

/** A base that is smaller than a minor unit can be exceeded by rounding up to one: the others with room take that. */
function withinBases(parts: readonly Decimal[], bases: readonly Decimal[]): readonly Decimal[] {
  const cut = parts.map((part, index) => least(part, bases[index] ?? ZERO));
  let over = sum(parts).minus(sum(cut));
  return cut.map((part, index) => {
    const more = least(over, (bases[index] ?? ZERO).minus(part));
    over = over.minus(more);
    return part.plus(more);
  });
}

export function least(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b;
}
