import { type Decimal, ZERO } from '../../lib/decimal.ts';
import type { RatedLine } from '../../model/billing/rating.ts';
import type { Terms } from '../../model/billing/terms.ts';
import { lineTax } from './line-tax.ts';
import type { Revenue } from './revenue-share.ts';
import { taxOn } from './tax-tally.ts';
import type { WorkLine } from './work-line.ts';

/** The revenue that is shared, of each version that shares any. Tax within prices is taken out. */
export function revenueOf(lines: readonly WorkLine[], rated: readonly RatedLine[]): Revenue[] {
  const byTerms = new Map<Terms, { gross: Decimal; net: Decimal }>();
  lines.forEach((line, index) => {
    const { terms } = line.part.inForce;
    const done = rated[index];
    if (done === undefined || terms.revenueShare.length === 0) return;
    const { gross, net } = byTerms.get(terms) ?? { gross: ZERO, net: ZERO };
    byTerms.set(terms, {
      gross: gross.plus(withoutTax(line, done.list)),
      net: net.plus(withoutTax(line, done.net)),
    });
  });
  return [...byTerms].map(([terms, amounts]) => ({ shares: terms.revenueShare, ...amounts }));
}

function withoutTax(line: WorkLine, amount: Decimal): Decimal {
  const tax = lineTax(line);
  return tax === null || typeof tax === 'string' || !tax.inclusive
    ? amount
    : amount.minus(taxOn(amount, tax));
}
