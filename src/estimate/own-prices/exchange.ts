import { decimal, type Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ExchangeRate } from '../../model/pricing.ts';

/** Days after which a rate is called old. */
const OLD_AFTER = 90;

const DAY = 86_400_000;
const ONE = decimal('1');

/** Converts into one currency by dated rates. */
export interface Exchange {
  readonly to: string;
  /** Units of `to` for one unit of a currency; null without a rate. Only direct rates are used: no quotient is exact. */
  rate(from: string): Decimal | null;
  /** The rates that were asked for, sorted by currency. */
  used(): readonly ExchangeRate[];
  /** Errors for rates that were asked for and are not there, and warnings for old ones. */
  problems(): readonly Diagnostic[];
}

/** Of each currency the newest rate that is not after `today`. */
export function openExchange(rates: readonly ExchangeRate[], to: string, today: string): Exchange {
  const newest = new Map<string, ExchangeRate>();
  for (const rate of rates) {
    const known = newest.get(rate.from);
    if (rate.to !== to || byCodePoint(rate.date, today) > 0) continue;
    if (known === undefined || byCodePoint(known.date, rate.date) < 0) newest.set(rate.from, rate);
  }
  const asked = new Set<string>();
  const sorted = (): string[] => [...asked].sort(byCodePoint);
  return {
    to,
    rate(from) {
      if (from === to) return ONE;
      asked.add(from);
      return newest.get(from)?.rate ?? null;
    },
    used: () => sorted().flatMap((from) => newest.get(from) ?? []),
    problems: () =>
      sorted().flatMap((from) => {
        const rate = newest.get(from);
        return rate === undefined ? [missing(from, to, today)] : old(rate, today);
      }),
  };
}

/** Why an amount cannot be converted. */
export function noRate(from: string, to: string, today: string): string {
  return `there is no exchange rate from ${from} to ${to} on or before ${today}`;
}

function missing(from: string, to: string, today: string): Diagnostic {
  return {
    severity: 'error',
    code: 'exchange-rate-missing',
    message: `Costs in ${from} are unknown: ${noRate(from, to, today)}.`,
    hint: 'Add one with its date to "pricing.exchange_rates".',
  };
}

function old({ from, to, date, place }: ExchangeRate, today: string): Diagnostic[] {
  const age = Math.floor((Date.parse(today) - Date.parse(date)) / DAY);
  if (age <= OLD_AFTER) return [];
  return [
    {
      severity: 'warning',
      code: 'exchange-rate-old',
      message: `The exchange rate from ${from} to ${to} is ${age} days old.`,
      source: place,
      hint: 'Add a newer one beside it.',
    },
  ];
}
