import { type Decimal, ZERO } from '../lib/decimal.ts';
import type { Range } from '../model/cost.ts';

export const ZERO_RANGE: Range = { low: ZERO, likely: ZERO, high: ZERO };

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
  let total = ZERO_RANGE;
  for (const range of ranges) total = addRanges(total, range);
  return total;
}

/** The scenarios' figures in order: the least as low, the greatest as high, likely as it is. */
export function ordered(range: Range): Range {
  const { low, likely, high } = range;
  if (low.lte(likely) && likely.lte(high)) return range;
  const sorted = [low, likely, high].sort((a, b) => a.cmp(b));
  return { low: sorted[0] ?? low, likely, high: sorted[2] ?? high };
}
