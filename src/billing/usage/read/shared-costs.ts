import type { Decimal } from '../../../lib/decimal.ts';
import { UserError } from '../../../lib/errors.ts';
import { ExactSums } from '../../../lib/exact-sum.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { COLUMN } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';
import { type Refusal, type Row, shown } from '../row/row.ts';

const MOST_POOLS = 1000;

/** Sums shared cost by pool. A pool is in the currency of the first of its rows that names one, and nothing else is added to it. */
export class SharedCosts {
  readonly #numbers = new Map<string, number>();
  readonly #currencies = new Map<string, string>();
  readonly #sums = new ExactSums();

  /** Adds the cost of a row to its pool. Comes back with why it cannot be added; null when it was. */
  add(row: Row, fields: Fields): Refusal | null {
    const pool = fields.text('x_Pool');
    const number = this.#numbers.get(pool) ?? this.#numbers.size;
    if (number === MOST_POOLS) throw new UserError(`The usage names more than ${MOST_POOLS} pools (x_Pool).`);
    if (fields.has(COLUMN.BillingCurrency)) {
      const currency = this.#currencies.get(pool) ?? fields.text('BillingCurrency');
      if (!fields.is(COLUMN.BillingCurrency, currency)) return wrongCurrency(fields, pool, currency);
      this.#currencies.set(pool, currency);
    }
    this.#numbers.set(pool, number);
    this.#sums.add(number, row.cost);
    return null;
  }

  /** The cost of each pool, by its name. */
  pools(): Readonly<Record<string, Decimal>> {
    const pools = [...this.#numbers]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([pool, number]): [string, Decimal] => [pool, this.#sums.decimal(number)]);
    return Object.fromEntries(pools);
  }
}

function wrongCurrency(fields: Fields, pool: string, currency: string): Refusal {
  const [own, name] = [currency, pool].map((text) => JSON.stringify(text.slice(0, 40)));
  const what = `BillingCurrency ${shown(fields, 'BillingCurrency')} is not ${own ?? ''}`;
  return { reason: 'wrong-currency', message: `${what}, the currency of the pool ${name ?? ''} before.` };
}
