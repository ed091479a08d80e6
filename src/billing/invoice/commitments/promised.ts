import { type Decimal, decimal, sum, ZERO } from '../../../lib/decimal.ts';
import type { Cadence, Commitment, Terms } from '../../../model/billing/terms.ts';
import { daysIn, type Period, periodAt, periodsBetween } from '../../time/periods.ts';
import type { Held } from './held.ts';

const CADENCES = { month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const;
const LENGTHS: Readonly<Record<Cadence, number>> = {
  daily: 1,
  weekly: 2,
  monthly: 3,
  quarterly: 4,
  yearly: 5,
};

/**
 * The period of a commitment that a billing period counts for: the one in which it begins. A billing period that is longer
 * than the commitment's counts for all that lie in it, together.
 */
export function commitmentPeriod(
  { period: kind }: Commitment,
  held: Held,
  billed: Period,
  { cadence, timezone }: Terms,
): Period {
  if (kind === 'term') return { from: held.from, to: held.to };
  const own = CADENCES[kind];
  const [from, to] = [Math.max(billed.from, held.from), Math.min(billed.to, held.to)];
  if (LENGTHS[own] >= LENGTHS[cadence]) return periodAt(own, timezone, from);
  const all = periodsBetween(own, timezone, from, to);
  return { from: all[0]?.from ?? from, to: all.at(-1)?.to ?? to };
}

/** What is promised for a stretch that is made of whole periods of the commitment. Endless only for `term`. */
export function promised(kind: Commitment['period'], held: Held, stretch: Period, timezone: string): Decimal {
  if (kind === 'term') return promisedIn(stretch, held, timezone);
  const end = Math.min(stretch.to, held.to);
  const periods = periodsBetween(CADENCES[kind], timezone, Math.max(stretch.from, held.from), end);
  return sum(periods.map((period) => promisedIn(period, held, timezone)));
}

/** Without proration all of it, by the version at the begin; else each version's by its days. */
function promisedIn(period: Period, { parts }: Held, timezone: string): Decimal {
  const inPeriod = parts.filter(({ from, to }) => from < period.to && to > period.from);
  const first = inPeriod[0];
  if (first === undefined) return ZERO;
  const only = inPeriod.length === 1 && first.from <= period.from && first.to >= period.to;
  if (only || first.commitment.proration === 'none' || period.to === Infinity) return first.commitment.amount;
  const of = decimal(daysIn(timezone, period));
  return sum(
    inPeriod.map(({ from, to, commitment: { amount } }) => {
      const own = { from: Math.max(from, period.from), to: Math.min(to, period.to) };
      return amount.times(decimal(daysIn(timezone, own)));
    }),
  ).div(of);
}
