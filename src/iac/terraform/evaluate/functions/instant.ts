import { ExpressionError } from '../failure.ts';

/** A time of day in a zone, as it was written. */
export interface Instant {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?:Z|([+-])(\d\d):(\d\d))$/;
const NANOSECONDS = 1_000_000_000n;

/** A timestamp in RFC 3339; anything else is an error. */
export function parseInstant(source: string): Instant {
  const found = RFC3339.exec(source);
  if (!found) throw new ExpressionError('a timestamp must look like 2006-01-02T15:04:05Z (RFC 3339)');
  const part = (i: number): number => Number(found[i] ?? '0');
  const offset = (found[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
  const nanosecond = Number((found[7] ?? '').padEnd(9, '0'));
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > lastDay ||
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    part(9) > 23 ||
    part(10) > 59
  ) {
    throw new ExpressionError('a part of the timestamp is out of range');
  }
  return { year, month, day, hour, minute, second, nanosecond, offset };
}

/** The weekday, 0 for Sunday. */
export function weekday(instant: Instant): number {
  return new Date(wallMilliseconds(instant)).getUTCDay();
}

/** -1, 0 or 1 as the first is earlier, equal or later. */
export function compareInstants(a: Instant, b: Instant): number {
  const [x, y] = [toNanoseconds(a), toNanoseconds(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The instant a duration later, in the same zone. */
export function addDuration(instant: Instant, nanoseconds: bigint): Instant {
  const total = BigInt(wallMilliseconds(instant)) * 1_000_000n + BigInt(instant.nanosecond) + nanoseconds;
  const nanosecond = ((total % NANOSECONDS) + NANOSECONDS) % NANOSECONDS;
  const date = new Date(Number((total - nanosecond) / 1_000_000n));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nanosecond: Number(nanosecond),
    offset: instant.offset,
  };
}

/** The RFC 3339 text, without a fraction of a second, as Terraform's `timeadd` prints it. */
export function rfc3339(instant: Instant): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(instant.year).padStart(4, '0')}-${two(instant.month)}-${two(instant.day)}`;
  const time = `${two(instant.hour)}:${two(instant.minute)}:${two(instant.second)}`;
  return `${date}T${time}${zone(instant.offset, ':')}`;
}

/** `Z`, or hours and minutes from UTC with a separator between them. */
export function zone(offset: number, separator: string): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: NANOSECONDS,
  m: 60n * NANOSECONDS,
  h: 3_600n * NANOSECONDS,
};

/** Nanoseconds of a Go duration such as `-1h30m` or `1.5s` (Go's `time.ParseDuration`). */
export function parseDuration(source: string): bigint {
  const body = /^([+-]?)((?:(?:\d{1,19}(?:\.\d{0,19})?|\.\d{1,19})(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(source);
  if (source === '0' || source === '-0' || source === '+0') return 0n;
  if (!body) throw new ExpressionError('a duration must look like 1h30m or -10s');
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = 's'] of (body[2] ?? '').matchAll(
    /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    const size = UNITS[unit] ?? 0n;
    total += BigInt(whole || '0') * size + (BigInt(fraction || '0') * size) / 10n ** BigInt(fraction.length);
  }
  if (total > 9_223_372_036_854_775_807n) throw new ExpressionError('the duration is too long');
  return body[1] === '-' ? -total : total;
}

function wallMilliseconds(instant: Instant): number {
  const date = new Date(0);
  date.setUTCFullYear(instant.year, instant.month - 1, instant.day);
  date.setUTCHours(instant.hour, instant.minute, instant.second);
  return date.getTime();
}

function toNanoseconds(instant: Instant): bigint {
  return (
    BigInt(wallMilliseconds(instant) - instant.offset * 60_000) * 1_000_000n + BigInt(instant.nanosecond)
  );
}
