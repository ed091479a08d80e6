import { ExpressionError } from '../failure.ts';
import { type Instant, weekday, zone } from './instant.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const TOKEN = /'((?:[^']|'')*)'|'|([A-Za-z])\2*|[^A-Za-z']+/g;

/** A timestamp in the letters of Terraform's `formatdate` (developer.hashicorp.com/terraform/language/functions/formatdate). */
export function formatInstant(format: string, instant: Instant): string {
  return format.replace(TOKEN, (token, quoted?: string, letter?: string) => {
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    if (token === "'") throw new ExpressionError('a quote in the format has no end');
    return letter === undefined ? token : field(token, instant);
  });
}

function field(token: string, instant: Instant): string {
  const found = Object.hasOwn(FIELDS, token) ? FIELDS[token] : undefined;
  if (!found) throw new ExpressionError(`the format has the unknown letters "${token}"`);
  return found(instant);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function twelve(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

const FIELDS: Readonly<Record<string, (instant: Instant) => string>> = {
  YYYY: (t) => String(t.year).padStart(4, '0'),
  YY: (t) => two(t.year % 100),
  MMMM: (t) => MONTHS[t.month - 1] ?? '',
  MMM: (t) => (MONTHS[t.month - 1] ?? '').slice(0, 3),
  MM: (t) => two(t.month),
  M: (t) => String(t.month),
  DD: (t) => two(t.day),
  D: (t) => String(t.day),
  EEEE: (t) => DAYS[weekday(t)] ?? '',
  EEE: (t) => (DAYS[weekday(t)] ?? '').slice(0, 3),
  hh: (t) => two(t.hour),
  h: (t) => String(t.hour),
  HH: (t) => two(twelve(t.hour)),
  H: (t) => String(twelve(t.hour)),
  AA: (t) => (t.hour < 12 ? 'AM' : 'PM'),
  aa: (t) => (t.hour < 12 ? 'am' : 'pm'),
  mm: (t) => two(t.minute),
  m: (t) => String(t.minute),
  ss: (t) => two(t.second),
  s: (t) => String(t.second),
  ZZZZZ: (t) => zone(t.offset, ':').replace('Z', '+00:00'),
  ZZZZ: (t) => zone(t.offset, '').replace('Z', '+0000'),
  ZZZ: (t) => (t.offset === 0 ? 'UTC' : zone(t.offset, '')),
  Z: (t) => zone(t.offset, ':'),
};
