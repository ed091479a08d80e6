import { UserError } from '../../lib/errors.ts';
import type { Cadence } from '../../model/billing/terms.ts';
import type { UsageAggregate } from '../../model/billing/usage.ts';
import { type Period, periodAt, periodsBetween } from '../time/periods.ts';
import type { BillingRun } from './billing-runs.ts';
import { spanOf } from './part.ts';

/** Ten years of days. */
const MOST_PERIODS = 3_700;
const SHORTEST: Readonly<Record<Cadence, number>> = {
  daily: 1,
  weekly: 7,
  monthly: 28,
  quarterly: 89,
  yearly: 365,
};
const DAY = 86_400_000;

/** The time that recorded usage reaches over; undefined when there is none. */
export function usageWindow({ origin, cells }: UsageAggregate): Period | undefined {
  let from = origin.from === null ? Infinity : Date.parse(origin.from);
  let to = origin.to === null ? -Infinity : Date.parse(origin.to);
  for (const cell of cells) {
    // A cell reaches from cut to cut, beyond the usage in it on both sides.
    if (origin.from === null) from = Math.min(from, cell.from);
    to = Math.max(to, cell.from + 1);
  }
  return from < to ? { from, to } : undefined;
}

/**
 * The billing periods of a run that the recorded time reaches into, in order: also when the run holds only in another part of one.
 * Throws a UserError where they are absurdly many.
 */
export function periodsIn({ segments, terms }: BillingRun, recorded: Period | undefined): readonly Period[] {
  if (recorded === undefined) return [];
  const [first, last] = [segments[0], segments.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { cadence, timezone } = terms;
  const window = {
    from: periodAt(cadence, timezone, recorded.from).from,
    to: periodAt(cadence, timezone, recorded.to - 1).to,
  };
  const from = Math.max(spanOf(first).from, window.from);
  const to = Math.min(spanOf(last).to, window.to);
  if ((to - from) / (SHORTEST[terms.cadence] * DAY) > MOST_PERIODS)
    throw new UserError(
      `The recorded usage reaches over more than ${MOST_PERIODS} billing periods of ${terms.id}@${terms.version}.`,
      { hint: 'Give the usage of fewer years.' },
    );
  const key = `${terms.cadence} ${terms.timezone} ${from} ${to}`;
  let periods = known.get(key);
  if (periods === undefined) {
    periods = periodsBetween(terms.cadence, terms.timezone, from, to).filter((period) =>
      segments.some((segment) => spanOf(segment).from < period.to && spanOf(segment).to > period.from),
    );
    known.set(key, periods);
  }
  return periods;
}

const known = new Map<string, readonly Period[]>();
