import { type Decimal, ZERO } from '../lib/decimal.ts';
import type { Percentages, Range } from './cost.ts';

export const NO_COST: Range = { low: ZERO, likely: ZERO, high: ZERO };

/** A range of one figure: nothing is assumed. */
export function exactly(value: Decimal): Range {
  return { low: value, likely: value, high: value };
}

/** A function of each scenario; it runs once when all are one figure. */
export function mapRange(range: Range, change: (value: Decimal) => Decimal): Range {
  const likely = change(range.likely);
  return {
    low: range.low === range.likely ? likely : change(range.low),
    likely,
    high: range.high === range.likely ? likely : change(range.high),
  };
}

/** A function of two ranges, scenario by scenario. */
export function combineRanges(a: Range, b: Range, combine: (a: Decimal, b: Decimal) => Decimal): Range {
  const likely = combine(a.likely, b.likely);
  const same = (side: 'low' | 'high'): boolean => a[side] === a.likely && b[side] === b.likely;
  return {
    low: same('low') ? likely : combine(a.low, b.low),
    likely,
    high: same('high') ? likely : combine(a.high, b.high),
  };
}

/** The sum by scenario. A sum of two ranges of one figure is one figure, and is kept once. */
export function addRanges(a: Range, b: Range): Range {
  return combineRanges(a, b, (x, y) => x.plus(y));
}

/** The sum by scenario; 0 for an empty list. */
export function sumRanges(ranges: Iterable<Range>): Range {
  let total = NO_COST;
  for (const range of ranges) total = addRanges(total, range);
  return total;
}

/** Head minus base by scenario: usage is the same on both sides of one. `low` can lie above `high`, see `ordered`. */
export function subtractRanges(head: Range, base: Range): Range {
  return combineRanges(head, base, (a, b) => a.minus(b));
}

/** The scenarios' figures in order: the least as low, the greatest as high, likely as it is. */
export function ordered(range: Range): Range {
  const { low, likely, high } = range;
  if (low.lte(likely) && likely.lte(high)) return range;
  const sorted = [low, likely, high].sort((a, b) => a.cmp(b));
  return { low: sorted[0] ?? low, likely, high: sorted[2] ?? high };
}

/** True for a range that is zero throughout. */
export function isNothing({ low, likely, high }: Range): boolean {
  return [low, likely, high].every((figure) => figure.eq(ZERO));
}

/** The change in percent of the base; 0 for nothing on top of nothing, null for something on top of nothing. */
export function percentOf(delta: Decimal, base: Decimal): Decimal | null {
  if (base.eq(ZERO)) return delta.eq(ZERO) ? ZERO : null;
  return delta.times('100').div(base.abs());
}

/**
 * Percentages of a delta that is given by scenario: each is divided by the base of its own scenario, and only then are
 * they put in order. What rises from nothing rises by more than any percentage.
 */
export function percentages(delta: Range, base: Range): Percentages {
  const likely = percentOf(delta.likely, base.likely);
  const sorted = [percentOf(delta.low, base.low), likely, percentOf(delta.high, base.high)].sort(byGrowth);
  return { low: sorted[0] ?? null, likely, high: sorted[2] ?? null };
}

function byGrowth(a: Decimal | null, b: Decimal | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : a.cmp(b);
}
