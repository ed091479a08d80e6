import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import { rateSku, type RatedSku, type SkuPart } from '../../rate/rate-sku.ts';
import { runsOf } from '../../rate/runs.ts';
import type { Period } from '../../time/periods.ts';
import type { WorkLine } from '../work-line.ts';
import type { Budget } from './budget.ts';
import { least } from './spread.ts';
import { windowShare } from './window-share.ts';

/**
 * Takes free quantities off a line: what it costs less when they go into the price before its model, each after those before
 * it. A SKU has the quantity of a discount once a period; where the discount holds for a part of it, at most what was used then.
 */
export function takeFree(
  discounts: readonly Discount[],
  line: WorkLine,
  period: Period,
  budget: Budget,
): void {
  let [free, amount, billable] = [ZERO, line.list, line.billable];
  for (const discount of discounts) {
    free = free.plus(freeOf(discount, line, budget));
    const rated = ratedWith(free, line, period);
    if (rated === undefined || rated.amount === null) continue;
    budget.useFree(discount, line.id, billable.minus(rated.billable));
    budget.takeOff(line, discount, budget.takeSaved(discount, amount.minus(rated.amount)));
    [amount, billable] = [rated.amount, rated.billable];
  }
  line.billable = billable;
}

/** What a free quantity alone would take off. */
export function worthOf(discount: Discount, line: WorkLine, period: Period, budget: Budget): Decimal {
  const rated = ratedWith(freeOf(discount, line, budget), line, period);
  return rated === undefined || rated.amount === null
    ? ZERO
    : budget.within(line.list.minus(rated.amount), discount);
}

function freeOf(discount: Discount, line: WorkLine, budget: Budget): Decimal {
  const left = goesOn(line) ? discount.value : budget.freeLeft(discount, line.id);
  const share = windowShare(line, discount.window);
  return share === null ? left : least(left, line.billable.times(share.part).div(share.whole));
}

/** The price of the line with a free quantity more. Parts that go on in each other's tiers have one free quantity together. */
function ratedWith(free: Decimal, { use }: WorkLine, period: Period): RatedSku | undefined {
  if (use === null) return undefined;
  const run = runOf(use);
  const parts = use.sold.map((part) => (run.includes(part) ? { ...part, freeQuantity: free } : part));
  return rateSku(parts, period)[use.sold.indexOf(use.one)];
}

function goesOn({ use }: WorkLine): boolean {
  return use !== null && runOf(use).length > 1;
}

function runOf({ one, sold }: NonNullable<WorkLine['use']>): readonly SkuPart[] {
  return runsOf(sold).find((run) => run.some((part) => part === one)) ?? [];
}
