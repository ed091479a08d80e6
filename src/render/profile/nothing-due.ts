import type { Invoice } from '../../model/billing/rating.ts';
import { andMore, plural } from '../plural.ts';

/** Customers, and stretches of time, that are named before the others are counted. */
const MOST_NAMED = 3;

/** Periods that follow each other, in each of which nothing is due, and whose they are. */
interface Stretch {
  readonly customers: readonly string[];
  readonly periods: number;
  readonly from: string;
  readonly to: string;
}

/** Whether nothing is due in the period, and there is nothing to say about it. */
export function isEmpty({ lines, payable, notices, unknowns }: Invoice): boolean {
  return lines.length + notices.length + unknowns.length === 0 && payable.eq('0');
}

/** How many invoices are empty, of whom and of which time, as one sentence; none when no invoice is. They come by customer and time. */
export function nothingDue(invoices: readonly Invoice[]): string[] {
  const empty = invoices.filter(isEmpty);
  if (empty.length === 0) return [];
  const alike = new Map<string, Stretch>();
  for (const one of stretches(empty)) {
    const key = `${one.from} ${one.to} ${one.periods}`;
    const customers = [...(alike.get(key)?.customers ?? []), ...one.customers];
    alike.set(key, { ...one, customers });
  }
  const texts = [...alike.values()].map(stretchText);
  const where = enumerated(texts, '; ');
  return [`Nothing is due in ${plural(empty.length, 'invoice')} of periods without usage: ${where}.`];
}

function stretches(empty: readonly Invoice[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { customer, period } of empty) {
    const last = found.at(-1);
    if (last?.customers[0] === customer && last.to === period.from)
      found.splice(-1, 1, { ...last, to: period.to, periods: last.periods + 1 });
    else found.push({ ...period, customers: [customer], periods: 1 });
  }
  return found;
}

function stretchText({ customers, periods, from, to }: Stretch): string {
  const each = customers.length > 1 && periods > 1 ? ' each' : '';
  return `${plural(periods, 'period')}${each} of ${enumerated(customers, ', ')}, ${from} to ${to}`;
}

function enumerated(texts: readonly string[], between: string): string {
  const more = texts.length - MOST_NAMED;
  return [...texts.slice(0, MOST_NAMED), ...(more > 0 ? [andMore(more)] : [])].join(between);
}
