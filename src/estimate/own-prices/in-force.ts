import { byCodePoint } from '../../lib/order.ts';
import type { PricingEntry } from '../../model/pricing.ts';

/** Whether an entry holds on a day, `YYYY-MM-DD`; both its first and its last day count. */
export function whenInForce(
  { from, until }: PricingEntry,
  today: string,
): 'now' | 'expired' | 'not-yet-valid' {
  if (until !== undefined && byCodePoint(until, today) < 0) return 'expired';
  return from !== undefined && byCodePoint(today, from) < 0 ? 'not-yet-valid' : 'now';
}

/** Those of a list that hold on a day. */
export function inForce<T extends PricingEntry>(entries: readonly T[], today: string): readonly T[] {
  return entries.filter((entry) => whenInForce(entry, today) === 'now');
}
