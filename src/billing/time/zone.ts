/** A day of the calendar in a time zone; `month` counts from 1. */
export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the time zone is known, as IANA names it. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The day that an instant (epoch milliseconds) lies in. */
export function localDay(timezone: string, instant: number): LocalDay {
  const local = new Date(instant + offsetAt(timezone, instant));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/**
 * The instant at which a local day begins, in epoch milliseconds. `day` and `month` may run over, as in 32 January. Where
 * clocks skip midnight the day begins with its first instant.
 */
export function dayStart(timezone: string, { year, month, day }: LocalDay): number {
  const wall = Date.UTC(year, month - 1, day);
  if (timezone === 'UTC') return wall;
  const guess = wall - offsetAt(timezone, wall);
  const start = wall - offsetAt(timezone, guess);
  // Of two candidates around a change of clocks the one that is midnight or, when it is skipped, the first after it.
  const candidates = [Math.min(guess, start), Math.max(guess, start)];
  return candidates.find((at) => at + offsetAt(timezone, at) >= wall) ?? start;
}

/** Local time minus UTC, in milliseconds. */
export function offsetAt(timezone: string, instant: number): number {
  if (timezone === 'UTC') return 0;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timezone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
    formats.set(timezone, format);
  }
  return format;
}
