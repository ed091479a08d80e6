import { DecimalTotal } from '../../lib/decimal-total.ts';
import { type Decimal, decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import { round } from '../../lib/round.ts';
import type { TaxAmount } from '../../model/billing/rating.ts';
import type { Rounding, TaxRow } from '../../model/billing/terms.ts';

const HUNDRED = decimal(100);
const PERCENT = decimal('0.01');

/** The tax on an amount: on top of it or, where it is included, what of it is tax. Not rounded. */
export function taxOn(amount: Decimal, { rate, inclusive }: Pick<TaxRow, 'rate' | 'inclusive'>): Decimal {
  return inclusive ? amount.times(rate).div(HUNDRED.plus(rate)) : amount.times(rate).times(PERCENT);
}

/**
 * The taxes of an invoice by rate. With rounding level `line` the tax of each line is rounded and then summed, with `invoice`
 * the amounts of a rate are summed and their tax is rounded once.
 */
export class TaxTally {
  readonly #rounding: Rounding;
  readonly #byRow = new Map<TaxRow, Tally>();
  /** Rows of two versions of a table that say the same are taxed together. */
  readonly #byRate = new Map<string, Tally>();

  constructor(rounding: Rounding) {
    this.#rounding = rounding;
  }

  add(net: Decimal, row: TaxRow): void {
    const { nets, taxes, share } = this.#byRow.get(row) ?? this.#tallyOf(row);
    nets.add(net);
    if (this.#rounding.level !== 'line') return;
    taxes.add(this.#rounded(share === null ? taxOn(net, row) : net.times(share)));
  }

  /** By jurisdiction, category and rate. */
  list(): TaxAmount[] {
    return [...this.#byRate.values()].map((tally) => this.#amountOf(tally)).sort(byPlace);
  }

  #tallyOf(row: TaxRow): Tally {
    const key = keyOf(row);
    const share = row.inclusive ? null : row.rate.times(PERCENT);
    const [nets, taxes] = [new DecimalTotal(), new DecimalTotal()];
    const tally: Tally = this.#byRate.get(key) ?? { row, share, nets, taxes };
    this.#byRate.set(key, tally);
    this.#byRow.set(row, tally);
    return tally;
  }

  #amountOf({ row, nets, taxes }: Tally): TaxAmount {
    const net = nets.value();
    const amount = this.#rounding.level === 'line' ? taxes.value() : this.#rounded(taxOn(net, row));
    const { jurisdiction, category, rate, inclusive } = row;
    return { jurisdiction, category, rate, inclusive, base: inclusive ? net.minus(amount) : net, amount };
  }

  #rounded(amount: Decimal): Decimal {
    return round(amount, this.#rounding.digits, this.#rounding.mode);
  }
}

interface Tally {
  readonly row: TaxRow;
  /** Part of 1 that is added to a net amount; null where tax is within it. */
  readonly share: Decimal | null;
  readonly nets: DecimalTotal;
  readonly taxes: DecimalTotal;
}

function keyOf({ jurisdiction, category, rate, inclusive }: TaxRow): string {
  return JSON.stringify([jurisdiction, category, rate.toFixed(), inclusive]);
}

function byPlace(a: TaxAmount, b: TaxAmount): number {
  return (
    byCodePoint(a.jurisdiction, b.jurisdiction) ||
    byCodePoint(a.category, b.category) ||
    a.rate.cmp(b.rate) ||
    Number(a.inclusive) - Number(b.inclusive)
  );
}
