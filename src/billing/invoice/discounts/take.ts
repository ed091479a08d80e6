import { type Decimal, decimal, isPositive, sum, ZERO } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import type { WorkLine } from '../work-line.ts';
import type { Budget } from './budget.ts';
import { least, spread } from './spread.ts';
import { windowShare } from './window-share.ts';

const PERCENT = decimal('0.01');

/** Takes a percent or fixed discount off what is left of its lines: never below 0, never more than the discount has left. */
export function take(discount: Discount, lines: readonly WorkLine[], budget: Budget): void {
  const wanted = wantedOf(discount, lines);
  const parts = isBounded(discount) ? bounded(discount, wanted, budget) : wanted;
  lines.forEach((line, index) => {
    budget.takeOff(line, discount, parts[index] ?? ZERO);
  });
}

function bounded(discount: Discount, wanted: readonly Decimal[], budget: Budget): readonly Decimal[] {
  const most = budget.within(sum(wanted), discount);
  budget.use(discount, most);
  return spread(most, wanted, budget.digits);
}

/** What a discount takes off one of its lines when nothing else is taken off any of them: to compare it with others. */
export function wantedFrom(
  discount: Discount,
  line: WorkLine,
  lines: readonly WorkLine[],
  budget: Budget,
): Decimal {
  const [wanted = ZERO] = wantedOf(discount, [line]);
  if (!isBounded(discount) || !isPositive(wanted)) return wanted;
  const all = sum(wantedOf(discount, lines));
  return wanted.times(budget.within(all, discount)).div(all);
}

function isBounded({ type, cap }: Discount): boolean {
  return type === 'fixed' || cap !== null;
}

/** What a discount would take off each line if it had no bound. */
function wantedOf(discount: Discount, lines: readonly WorkLine[]): Decimal[] {
  const share = discount.type === 'percent' ? discount.value.times(PERCENT) : null;
  return lines.map((line) => {
    const base = baseOf(line, discount);
    return share === null ? base : base.times(share);
  });
}

/** What is left of the line for the time in which the discount holds. A negative line is no base. */
function baseOf(line: WorkLine, { window }: Discount): Decimal {
  if (!isPositive(line.left)) return ZERO;
  const share = windowShare(line, window);
  return share === null ? line.left : least(line.left.times(share.part).div(share.whole), line.left);
}
