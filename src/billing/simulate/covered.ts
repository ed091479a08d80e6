import type { Period } from '../time/periods.ts';

/**
 * The periods of which at least half was recorded: flat prices and minimums of an hour of usage would be those of a month. All of them
 * where none is covered so far.
 */
export function coveredPeriods(periods: readonly Period[], recorded: Period | null): readonly Period[] {
  if (recorded === null) return periods;
  const covered = periods.filter((period) => isHalfCovered(period, recorded));
  return covered.length === 0 ? periods : covered;
}

/** Whether at least half of a period was recorded. */
export function isHalfCovered({ from, to }: Period, recorded: Period): boolean {
  const length = Math.min(to, recorded.to) - Math.max(from, recorded.from);
  return 2 * length >= to - from;
}
