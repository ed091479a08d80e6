import { UserError } from '../../lib/errors.ts';
import { type Period, periodAt, periodsBetween } from '../time/periods.ts';
import type { BillingRun } from './billing-runs.ts';
import { spanOf } from './part.ts';
import { type RecordedTime, SHORTEST } from './recorded-time.ts';

/** Ten years of days. */
const MOST_PERIODS = 3_700;
const DAY = 86_400_000;

/**
 * The billing periods of a run that the recorded time reaches into, in order: also when the run holds only in another part of one.
 * Throws a UserError where they are absurdly many.
 */
export function periodsIn({ segments, terms }: BillingRun, time: RecordedTime): readonly Period[] {
  const recorded = time.window(terms);
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
  return periods.filter((period) => time.holds(terms, period));
}

const known = new Map<string, readonly Period[]>();
