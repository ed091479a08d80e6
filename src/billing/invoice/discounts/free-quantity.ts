import { type Decimal, sum, ZERO } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import { rateSku, type RatedSku, type SkuPart } from '../../rate/rate-sku.ts';
import { runsOf } from '../../rate/runs.ts';
import type { Period } from '../../time/periods.ts';
import type { WorkLine } from '../work-line.ts';
import type { Budget } from './budget.ts';
import { least } from './spread.ts';
import { windowShare } from './window-share.ts';

type Use = NonNullable<WorkLine['use']>;

/**
 * Takes free quantities off a line: what it costs less when they go into the price before its model, each after those before
 * it. A SKU has the quantity of a discount once a period; where the discount holds for a part of it, at most what was used then.
 * One with which the usage would cost more, in a tier that it no longer reaches, takes nothing.
 */
export function takeFree(
  discounts: readonly Discount[],
  line: WorkLine,
  period: Period,
  budget: Budget,
): void {
  let [free, amount, billable] = [ZERO, line.list, line.billable];
  for (const discount of discounts) {
    const more = free.plus(freeOf(discount, line, budget));
    const rated = ratedWith(more, line, period);
    if (rated === undefined || rated.amount === null || raises(free, more, line, period)) continue;
    free = more;
    budget.useFree(discount, line.id, billable.minus(rated.billable));
    budget.takeOff(line, discount, budget.takeSaved(discount, amount.minus(rated.amount)));
    [amount, billable] = [rated.amount, rated.billable];
  }
  line.billable = billable;
}

/** Whether a line, or all that it goes on with, would cost more with a free quantity. */
export function isRaised(discount: Discount, line: WorkLine, period: Period, budget: Budget): boolean {
  return discount.type === 'freeQuantity' && raises(ZERO, freeOf(discount, line, budget), line, period);
}

function raises(free: Decimal, more: Decimal, { use }: WorkLine, period: Period): boolean {
  if (use === null) return false;
  return costWith(more, use, period).gt(costWith(free, use, period));
}

/** What parts that go on in each other's tiers cost together with a free quantity more. */
function costWith(free: Decimal, use: Use, period: Period): Decimal {
  const run = runOf(use);
  const rated = ratedParts(free, use, period);
  return sum(use.sold.map((part, index) => (run.includes(part) ? rated[index]?.amount : null) ?? ZERO));
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
  return use === null ? undefined : ratedParts(free, use, period)[use.sold.indexOf(use.one)];
}

function ratedParts(free: Decimal, use: Use, period: Period): RatedSku[] {
  const run = runOf(use);
  const parts = use.sold.map((part) => (run.includes(part) ? { ...part, freeQuantity: free } : part));
  return rateSku(parts, period);
}

function goesOn({ use }: WorkLine): boolean {
  return use !== null && runOf(use).length > 1;
}

function runOf({ one, sold }: Use): readonly SkuPart[] {
  return runsOf(sold).find((run) => run.some((part) => part === one)) ?? [];
}
