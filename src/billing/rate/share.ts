import { decimal, type Decimal } from '../../lib/decimal.ts';
import { daysIn, type Period } from '../time/periods.ts';

/** The part of a period that is billed: `days` of `of`. Null for all of it. */
export interface Share {
  readonly days: Decimal;
  readonly of: Decimal;
}

/**
 * The share of a period that the stretches have by days of the time zone. A day in which one ends and the next begins
 * belongs to the next, so that the shares of a period's parts are the whole.
 */
export function shareOf(stretches: readonly Period[], period: Period, timezone: string): Share | null {
  const only = stretches[0];
  if (stretches.length === 1 && only?.from === period.from && only.to === period.to) return null;
  const of = daysIn(timezone, period);
  const days = stretches.reduce((total, stretch) => total + daysIn(timezone, stretch), 0);
  return days >= of ? null : { days: decimal(days), of: decimal(of) };
}

/** What is due for a share of the period. Multiplied exactly and divided last, to 40 digits. */
export function byDays(value: Decimal, share: Share | null): Decimal {
  return share === null ? value : value.times(share.days).div(share.of);
}
