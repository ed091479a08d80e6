const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?Z$/;

const SECONDS_LENGTH = '2027-01-01T00:00:00Z'.length;

/** Whether the text is a date that exists, `YYYY-MM-DD`: 31 February is none. `Date` would roll it over. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether the text is an instant in UTC, `YYYY-MM-DDTHH:MM:SSZ`, with a fraction of up to nine digits. */
export function isInstant(text: string): boolean {
  const match = INSTANT.exec(text);
  return match !== null && isDate(match[1] ?? '');
}

/** Negative when the first instant is earlier. Both must be instants; equal instants may be written differently. */
export function compareInstants(a: string, b: string): number {
  // To the second, as most are, they sort as they are written.
  const isPlain = a.length === SECONDS_LENGTH && b.length === SECONDS_LENGTH;
  const [x, y] = isPlain ? [a, b] : [comparable(a), comparable(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The instant some whole days later, to the second. */
export function plusDays(instant: string, days: number): string {
  const seconds = Math.floor(Date.parse(instant) / 1000) + days * 86_400;
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

function comparable(instant: string): string {
  const [seconds = '', fraction = ''] = instant.slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
