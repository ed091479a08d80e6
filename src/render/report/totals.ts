import { money, percent } from '../../model/money-text.ts';
import { isNothing } from '../../model/range.ts';
import type { CheckResult } from '../../model/result.ts';

/** The monthly cost of a side, marked where some of it is not known, whether the change touches that or not. */
export function sideTotal(result: CheckResult, side: 'base' | 'head'): string {
  const { monthly, unpriced } = result.totals[side];
  if (unpriced > 0 && isNothing(monthly)) return 'unknown';
  const figure = money(monthly.likely, result.currency);
  return unpriced > 0 ? `${figure} + unknown` : figure;
}

/** The likely increase in percent, and of what where the base is not all known: ` (+25% of what is known)`; empty without one. */
export function shareOfBase({ totals }: CheckResult): string {
  const { likely } = totals.percent;
  if (likely === null) return '';
  const part = totals.base.unpriced > 0 ? ' of what is known' : '';
  return ` (${percent(likely, { signed: true })}${part})`;
}

/** The monthly difference, marked where a changed resource is not in it. */
export function deltaTotal(result: CheckResult): string {
  const figure = money(result.totals.delta.monthly.likely, result.currency, { signed: true });
  return result.unpricedChanges > 0 ? `${figure} + unknown` : figure;
}
