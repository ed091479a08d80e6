import { type Decimal, decimal, ZERO } from './decimal.ts';
import { byCodePoint } from './order.ts';

/**
 * Splits a total in proportion to weights into parts of whole minor units (`digits` after the point) that sum exactly to
 * it. Each part is cut down to a whole unit; the units that are left go to the largest remainders, ties by id. A
 * rest of the total below one unit goes to the next in that order. A negative total is split like a positive one, with the
 * sign turned.
 *
 * Throws a RangeError when a weight is below 0 or all are 0: who splits must decide before what that means.
 */
export function largestRemainder(
  total: Decimal,
  weights: ReadonlyMap<string, Decimal>,
  digits: number,
): Map<string, Decimal> {
  const whole = totalOf(weights);
  const size = total.abs();
  let left = size;
  const quotas = [...weights].map(([id, weight]) => {
    const exact = size.times(weight);
    const part = exact.div(whole).round(digits, 0);
    left = left.minus(part);
    return { id, part, remainder: exact.minus(part.times(whole)) };
  });
  const unit = decimal(`1e-${digits}`);
  const parts = new Map<string, Decimal>(quotas.map(({ id, part }) => [id, part]));
  const byRemainder = quotas.toSorted((a, b) => b.remainder.cmp(a.remainder) || byCodePoint(a.id, b.id));
  for (const { id, part } of byRemainder) {
    const more = left.lt(unit) ? left : unit;
    parts.set(id, part.plus(more));
    left = left.minus(more);
  }
  return total.lt(ZERO) ? negated(parts) : parts;
}

function totalOf(weights: ReadonlyMap<string, Decimal>): Decimal {
  let whole = ZERO;
  for (const [id, weight] of weights) {
    if (weight.lt(ZERO)) throw new RangeError(`The weight of ${id} is below 0.`);
    whole = whole.plus(weight);
  }
  if (whole.eq(ZERO)) throw new RangeError('All weights are 0.');
  return whole;
}

function negated(parts: ReadonlyMap<string, Decimal>): Map<string, Decimal> {
  return new Map([...parts].map(([id, part]) => [id, part.eq(ZERO) ? part : part.neg()]));
}
