import type { Cadence, Meter } from '../../model/billing/terms.ts';

const LENGTHS = { daily: 1, weekly: 2, monthly: 3, quarterly: 4, yearly: 5 } as const;
const WINDOWS = { hour: 0, day: 1, week: 2, month: 3, period: 5 } as const;

/**
 * Whether the quantity is one level for the whole period, such as the most seats of a month: what was metered in parts
 * of the period then does not add up. Sums do, and so do the levels of windows that are shorter than the period.
 */
export function isLevel({ aggregate, window }: Meter, cadence: Cadence): boolean {
  if (aggregate === 'sum' || aggregate === 'none') return false;
  return WINDOWS[window] >= LENGTHS[cadence];
}
