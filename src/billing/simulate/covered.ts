import type { UsageOrigin } from '../../model/billing/usage.ts';
import type { Period } from '../time/periods.ts';

/** From when to when usage was recorded, as far as somebody says, else by its rows; epoch milliseconds. Null: there is none. */
export function recordedSpan({ from, to, completeThrough }: UsageOrigin): Period | null {
  const end = completeThrough ?? to;
  return from === null || end === null ? null : { from: Date.parse(from), to: Date.parse(end) };
}

/**
 * The periods of which at least half was recorded: flat prices and minimums of an hour of usage would be those of a month. All of them
 * where none is covered so far.
 */
export function coveredPeriods(periods: readonly Period[], recorded: Period | null): readonly Period[] {
  if (recorded === null) return periods;
  const covered = periods.filter((period) => isHalfCovered(period, recorded));
  return covered.length === 0 ? periods : covered;
}

function isHalfCovered({ from, to }: Period, recorded: Period): boolean {
  const length = Math.min(to, recorded.to) - Math.max(from, recorded.from);
  return 2 * length >= to - from;
}
