import type { Cadence, MeterWindow } from '../../model/billing/terms.ts';
import { dayStart, localDay, offsetAt } from './zone.ts';
import type { LocalDay } from './zone.ts';

/** Half-open, in epoch milliseconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;

/** The billing period that an instant (epoch milliseconds) lies in. Weeks begin on Monday (ISO 8601), years in January. */
export function periodAt(cadence: Cadence, timezone: string, instant: number): Period {
  const day = localDay(timezone, instant);
  const [first, next] = spanOf(cadence, day);
  return { from: dayStart(timezone, first), to: dayStart(timezone, next) };
}

/** The billing periods that have a part of a stretch of time, in order. */
export function periodsBetween(cadence: Cadence, timezone: string, from: number, to: number): Period[] {
  const periods: Period[] = [];
  for (let at = from; at < to;) {
    const period = periodAt(cadence, timezone, at);
    periods.push(period);
    at = period.to;
  }
  return periods;
}

/** The meter window that an instant lies in; `period` asks for the billing period. */
export function windowAt(window: MeterWindow, cadence: Cadence, timezone: string, instant: number): Period {
  switch (window) {
    case 'hour': {
      // Zones are off by half and quarter hours too; hours follow the local clock.
      const shift = offsetAt(timezone, instant) % HOUR;
      const from = Math.floor((instant + shift) / HOUR) * HOUR - shift;
      return { from, to: from + HOUR };
    }
    case 'day':
      return periodAt('daily', timezone, instant);
    case 'week':
      return periodAt('weekly', timezone, instant);
    case 'month':
      return periodAt('monthly', timezone, instant);
    case 'period':
      return periodAt(cadence, timezone, instant);
  }
}

/** The days of a period in its time zone: what proration counts. */
export function daysIn(timezone: string, { from, to }: Period): number {
  const [first, next] = [localDay(timezone, from), localDay(timezone, to)];
  const number = ({ year, month, day }: LocalDay) => Date.UTC(year, month - 1, day) / (24 * HOUR);
  return number(next) - number(first);
}

/** The first day of the span that a day lies in, and the first day after it. */
function spanOf(cadence: Cadence, { year, month, day }: LocalDay): readonly [LocalDay, LocalDay] {
  switch (cadence) {
    case 'daily':
      return [
        { year, month, day },
        { year, month, day: day + 1 },
      ];
    case 'weekly': {
      const monday = day - ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7);
      return [
        { year, month, day: monday },
        { year, month, day: monday + 7 },
      ];
    }
    case 'monthly':
      return months(year, month, 1);
    case 'quarterly':
      return months(year, month - ((month - 1) % 3), 3);
    case 'yearly':
      return months(year, 1, 12);
  }
}

function months(year: number, month: number, count: number): readonly [LocalDay, LocalDay] {
  return [
    { year, month, day: 1 },
    { year, month: month + count, day: 1 },
  ];
}
