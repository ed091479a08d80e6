import { ZERO } from '../lib/decimal.ts';
import type { Range } from './cost.ts';

export const NO_COST: Range = { low: ZERO, likely: ZERO, high: ZERO };

/** The sum, figure by figure. */
export function addRanges(a: Range, b: Range): Range {
  return { low: a.low.plus(b.low), likely: a.likely.plus(b.likely), high: a.high.plus(b.high) };
}

/**
 * What changes from `base` to `head`. Low is taken from low and high from high, since both sides have the
 * same usage in one scenario; the outer figures are then put in order, so that low is never above high.
 */
export function orderedDifference(base: Range, head: Range): Range {
  const likely = head.likely.minus(base.likely);
  const outer = [head.low.minus(base.low), likely, head.high.minus(base.high)].sort((a, b) => a.cmp(b));
  return { low: outer[0] ?? likely, likely, high: outer[2] ?? likely };
}
