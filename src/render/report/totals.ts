import { isUnpriced } from '../../model/cost.ts';
import { money } from '../../model/money-text.ts';
import { isNothing } from '../../model/range.ts';
import type { CheckResult } from '../../model/result.ts';
import { isUnpricedChange } from '../../model/unpriced-change.ts';

/** The monthly cost of a side, marked where the change touches a cost that is not known there. */
export function sideTotal(result: CheckResult, side: 'base' | 'head'): string {
  const { monthly, unpriced } = result.totals[side];
  if (unpriced > 0 && isNothing(monthly)) return 'unknown';
  const figure = money(monthly.likely, result.currency);
  const isOpen = result.changes.some((entry) => isUnpriced(entry[side]) && isUnpricedChange(entry));
  return isOpen ? `${figure} + unknown` : figure;
}

/** The monthly difference, marked where a changed resource is not in it. */
export function deltaTotal(result: CheckResult): string {
  const figure = money(result.totals.delta.monthly.likely, result.currency, { signed: true });
  return result.unpricedChanges > 0 ? `${figure} + unknown` : figure;
}
