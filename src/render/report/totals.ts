import type { CheckResult } from '../../model/result.ts';
import { hasUnknownCost } from '../facts.ts';
import { money } from '../money.ts';

/** The monthly cost of a side, marked where a changed resource has a cost that is not known there. */
export function sideTotal(result: CheckResult, side: 'base' | 'head'): string {
  const figure = money(result.totals[side].monthly.likely, result.currency);
  return result.changes.some((entry) => hasUnknownCost(entry[side])) ? `${figure} + unknown` : figure;
}

/** The monthly difference, marked where a changed resource is not in it. */
export function deltaTotal(result: CheckResult): string {
  const figure = money(result.totals.delta.monthly.likely, result.currency, { signed: true });
  return result.unpricedChanges > 0 ? `${figure} + unknown` : figure;
}
