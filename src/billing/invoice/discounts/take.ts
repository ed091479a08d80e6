import { type Decimal, decimal, sum, ZERO } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import type { WorkLine } from '../work-line.ts';
import type { Budget } from './budget.ts';
import { least, spread } from './spread.ts';
import { windowShare } from './window-share.ts';

const PERCENT = decimal('0.01');

/** Takes a percent or fixed discount off what is left of its lines: never below 0, never more than the discount has left. */
export function take(discount: Discount, lines: readonly WorkLine[], budget: Budget): void {
  const bases = lines.map((line) => baseOf(line, discount));
  const wanted = bases.map((base) => wantedOf(discount, base));
  const all = sum(wanted);
  const most = budget.within(all, discount);
  const parts = most.eq(all) ? wanted : spread(most, wanted, budget.digits);
  lines.forEach((line, index) => {
    budget.takeOff(line, discount, parts[index] ?? ZERO);
  });
}

/** What a discount takes off one of its lines when nothing else is taken off any of them: to compare it with others. */
export function wantedFrom(
  discount: Discount,
  line: WorkLine,
  lines: readonly WorkLine[],
  budget: Budget,
): Decimal {
  const wanted = wantedOf(discount, baseOf(line, discount));
  if (discount.type === 'percent' && discount.cap === null) return wanted;
  const all = sum(lines.map((other) => wantedOf(discount, baseOf(other, discount))));
  const most = budget.within(all, discount);
  return most.eq(all) ? wanted : wanted.times(most).div(all);
}

function wantedOf({ type, value }: Discount, base: Decimal): Decimal {
  return type === 'percent' ? base.times(value).times(PERCENT) : base;
}

/** What is left of the line for the time in which the discount holds. A negative line is no base. */
function baseOf(line: WorkLine, { window }: Discount): Decimal {
  if (line.left.lte(ZERO)) return ZERO;
  const share = windowShare(line, window);
  return share === null ? line.left : least(line.left.times(share.part).div(share.whole), line.left);
}
