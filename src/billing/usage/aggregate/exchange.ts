import { decimal } from '../../../lib/decimal.ts';
import { ExactNumber, MOST_DIGITS } from '../../../lib/exact-number.ts';
import type { ExchangeRate } from '../../../model/billing/terms.ts';
import { localDay } from '../../time/zone.ts';
import type { Row } from '../row/row.ts';

const UNIT = 10n ** BigInt(MOST_DIGITS);
const SHIFT = decimal(`1e${MOST_DIGITS}`);

/** Rates of exchange at work: a billing period has one for each currency, so that what is billed together is converted alike. */
export class Exchange {
  readonly #rates: readonly ExchangeRate[];
  readonly #timezone: string;
  readonly #known = new Map<string, bigint | null>();

  constructor(rates: readonly ExchangeRate[], timezone: string) {
    this.#rates = rates;
    this.#timezone = timezone;
  }

  /**
   * The rate of a period that begins at an instant (epoch milliseconds), in units of 10^-18: the newest one that is not of a
   * later day than its first. Null when there is none: a rate of later would change what was billed.
   */
  rateAt(currency: string, begin: number): bigint | null {
    const key = `${begin} ${currency}`;
    let rate = this.#known.get(key);
    if (rate === undefined) {
      rate = this.#find(currency, dayText(this.#timezone, begin));
      this.#known.set(key, rate);
    }
    return rate;
  }

  #find(currency: string, day: string): bigint | null {
    let found: ExchangeRate | undefined;
    for (const rate of this.#rates)
      if (rate.from === currency && rate.date <= day && (found === undefined || found.date < rate.date))
        found = rate;
    return found === undefined ? null : BigInt(found.rate.times(SHIFT).toFixed());
  }
}

/** The day that an instant lies in, as `2026-03-01`. */
export function dayText(timezone: string, instant: number): string {
  const { year, month, day } = localDay(timezone, instant);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The row with its amount and cost at a rate in units of 10^-18. They keep 18 digits after the point, rounded half away from 0. */
export function exchanged(row: Row, rate: bigint): Row {
  const values = { amount: { value: times(row.amount, rate) }, cost: { value: times(row.cost, rate) } };
  return Object.create(row, values) as Row;
}

function times(value: ExactNumber, rate: bigint): ExactNumber {
  const product = value.scaled() * rate;
  const result = new ExactNumber();
  result.big = (product + (product < 0n ? -UNIT : UNIT) / 2n) / UNIT;
  return result;
}
