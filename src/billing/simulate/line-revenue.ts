import { sum, ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Invoice, RatedLine } from '../../model/billing/rating.ts';
import type { Terms } from '../../model/billing/terms.ts';

/**
 * What each line of an invoice brings without any tax, in the order of the lines. Tax that is in the prices is taken out of
 * the lines of its category by their amounts; the last one takes what the division leaves.
 */
export function lineRevenues({ lines, tax }: Invoice, { skus }: Terms): Decimal[] {
  const revenues = lines.map(({ net }) => net);
  const inside = tax.filter(({ inclusive }) => inclusive);
  if (inside.length === 0) return revenues;
  const categories = new Map(skus.map(({ id, taxCategory }) => [id, taxCategory]));
  for (const { category, amount } of inside) {
    const isOf = ({ id, kind, net }: RatedLine) =>
      kind === 'usage' && categories.get(id) === category && !net.eq(ZERO);
    takeOut(revenues, lines, amount, lines.some(isOf) ? isOf : ({ net }) => !net.eq(ZERO));
  }
  return revenues;
}

function takeOut(
  revenues: Decimal[],
  lines: readonly RatedLine[],
  amount: Decimal,
  isOf: (line: RatedLine) => boolean,
): void {
  const own = lines.flatMap((line, index) => (isOf(line) ? [index] : []));
  const nets = own.map((index) => lines[index]?.net ?? ZERO);
  const whole = sum(nets);
  let left = amount;
  own.forEach((index, place) => {
    const isLast = place === own.length - 1 || whole.eq(ZERO);
    const part = isLast ? left : amount.times(nets[place] ?? ZERO).div(whole);
    revenues[index] = (revenues[index] ?? ZERO).minus(part);
    left = left.minus(part);
  });
}
