const DAY = 86_400_000;

/** Whole days from a date (`YYYY-MM-DD`, or the instant's) to the day of an instant; negative for a date after it. */
export function daysSince(date: string, now: string): number {
  return Math.round((Date.parse(now.slice(0, 10)) - Date.parse(date.slice(0, 10))) / DAY);
}
