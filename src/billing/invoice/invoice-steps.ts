import type { Decimal } from '../../lib/decimal.ts';
import { sum } from '../../lib/decimal.ts';
import type { Invoice, RatingStep, TaxAmount } from '../../model/billing/rating.ts';
import type { Rounding } from '../../model/billing/terms.ts';
import { shown } from '../rate/text.ts';
import type { Revenue } from './revenue-share.ts';
import { taxOn } from './tax-tally.ts';

type Figures = Pick<Invoice, 'net' | 'tax' | 'payable' | 'revenueShares'>;

/** What was done after the lines in words of numbers, in the order of calculation; `revenues` are those that are shared. */
export function invoiceSteps(
  { net, tax, payable, revenueShares }: Figures,
  { mode, level }: Rounding,
  revenues: readonly Revenue[],
): RatingStep[] {
  const added = tax.filter(({ inclusive }) => !inclusive);
  const due = net.plus(sum(added.map(({ amount }) => amount)));
  const terms = [shown(net), ...added.map(({ amount }) => `${shown(amount)} tax`)].join(' + ');
  const total = added.length === 0 ? terms : `${terms} = ${shown(due)}`;
  return [
    ...(level === 'invoice' ? tax.map((one) => taxStep(one, mode)) : []),
    { step: 'invoice rounding', text: `${total}, ${mode} = ${shown(payable)}`, amount: payable },
    ...revenueShares.map(({ party, amount }) => shareStep(party, amount, revenues)),
  ];
}

/** The tax of all lines of a rate together; where each line is rounded they have steps of their own. */
function taxStep(
  { jurisdiction, category, rate, inclusive, base, amount }: TaxAmount,
  mode: string,
): RatingStep {
  const of = inclusive ? base.plus(amount) : base;
  const exact = taxOn(of, { rate, inclusive });
  const where = inclusive ? 'within' : 'on';
  const text = `${jurisdiction} ${category}, ${shown(rate)} percent ${where} ${shown(of)} = ${shown(exact)}, ${mode} = ${shown(amount)}`;
  return { step: 'tax', text, amount };
}

function shareStep(party: string, amount: Decimal, revenues: readonly Revenue[]): RatingStep {
  const parts = revenues.flatMap(({ shares, ...revenue }) =>
    shares
      .filter((share) => share.party === party)
      .map(({ percent, base }) => `${shown(percent)} percent of ${base} ${shown(revenue[base])}`),
  );
  return { step: 'revenue share', text: `${party}: ${parts.join(' + ')} = ${shown(amount)}`, amount };
}
