import { compareInstants } from '../../../lib/calendar.ts';
import type { Discount, Window } from '../../../model/billing/terms.ts';

/** Whether two discounts may hold for one SKU at one instant; grants and conditions are taken to be given. */
export function isCommon(a: Discount, b: Discount): boolean {
  return sharesSku(a.skus, b.skus) && overlaps(a.window, b.window);
}

/** The later of two begins; null: both have held since ever. */
export function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return compareInstants(a, b) < 0 ? b : a;
}

/** Whether a window has an instant in it. Null: the instant before all others. */
export function holdsAt({ from, to }: Window, instant: string | null): boolean {
  if (instant === null) return from === null;
  return (
    (from === null || compareInstants(from, instant) <= 0) &&
    (to === null || compareInstants(instant, to) < 0)
  );
}

function overlaps(a: Window, b: Window): boolean {
  const begin = latest(a.from, b.from);
  return holdsAt(a, begin) && holdsAt(b, begin);
}

function sharesSku(a: Discount['skus'], b: Discount['skus']): boolean {
  return a === null || b === null || a.some((sku) => b.includes(sku));
}
