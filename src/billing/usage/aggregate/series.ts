import { Interner } from '../../../lib/bytes/interner.ts';
import { PairTable } from '../../../lib/bytes/pair-table.ts';
import { forEachSorted, inOrder, ranksOf } from '../../../lib/bytes/ranks.ts';
import { UserError } from '../../../lib/errors.ts';
import { byCodePoint } from '../../../lib/order.ts';
import { COLUMN } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';

/** Above this a file holds something else than the usage of customers, such as a customer for each event. */
const MOST_SERIES = 20_000_000;
const MOST_NAMES = 5_000_000;

/** Numbers the series that rows belong to: a customer (with its type) and a key. */
export class Series {
  readonly #names: Interner;
  /** Customer and type, as numbers of names; 0 for no type. */
  readonly #customers = new PairTable();
  readonly #series = new PairTable();

  constructor(seed: number) {
    this.#names = new Interner(seed);
    this.#names.number(Buffer.alloc(0), 0, 0);
  }

  get size(): number {
    return this.#series.size;
  }

  /** The number of a row's series. Throws UserError when there are too many different ones. */
  of(fields: Fields): number {
    return this.number(this.customerOf(fields), this.keyOf(fields));
  }

  /** The number of a row's customer with its type. */
  customerOf(fields: Fields): number {
    return this.#customers.number(
      this.#name(fields, COLUMN.SubAccountId),
      this.#name(fields, COLUMN.SubAccountType),
    );
  }

  /** The number of a row's key. */
  keyOf(fields: Fields): number {
    return this.#name(fields, fields.has(COLUMN.SkuId) ? COLUMN.SkuId : COLUMN.x_Meter);
  }

  /** The number of a series by the numbers of its customer and its key. Throws UserError when there are too many different ones. */
  number(customer: number, key: number): number {
    const series = this.#series.number(customer, key);
    if (this.#series.size > MOST_SERIES || this.#names.size > MOST_NAMES)
      throw new UserError('The usage names too many different customers or SKUs.', {
        hint: `At most ${MOST_NAMES} names can be read at once: look whether SubAccountId is the customer.`,
      });
    return series;
  }

  customer(series: number): string {
    return this.#names.text(this.#customers.first(this.#series.first(series)));
  }

  type(series: number): string | null {
    return this.#names.text(this.#customers.second(this.#series.first(series))) || null;
  }

  key(series: number): string {
    return this.#names.text(this.#series.second(series));
  }

  /** Numbers of a series' customer, type and key in `names`. */
  nameNumbers(series: number): readonly [customer: number, type: number, key: number] {
    const customer = this.#series.first(series);
    return [this.#customers.first(customer), this.#customers.second(customer), this.#series.second(series)];
  }

  get names(): readonly string[] {
    return this.#names.texts;
  }

  /** All series by customer, type and key. Texts are compared once, and then numbers. */
  inOrder(): Uint32Array {
    const [texts, customers] = [this.names, this.#customers];
    const names = inOrder(texts.length, (a, b) => byCodePoint(texts[a] ?? '', texts[b] ?? ''));
    const name = ranksOf(names);
    const by = (a: number, b: number) => (name[a] ?? 0) - (name[b] ?? 0);
    const owners = inOrder(
      customers.size,
      (a, b) => by(customers.first(a), customers.first(b)) || by(customers.second(a), customers.second(b)),
    );
    const owner = ranksOf(owners);
    const order = new Uint32Array(this.size);
    forEachSorted(
      this.size,
      (series) => ({
        first: owner[this.#series.first(series)] ?? 0,
        second: name[this.#series.second(series)] ?? 0,
      }),
      names.length,
      (first, second, place) => {
        order[place] = this.#series.find(owners[first] ?? 0, names[second] ?? 0);
      },
    );
    return order;
  }

  #name({ bytes, starts, ends }: Fields, column: number): number {
    const start = starts[column] ?? 0;
    const end = ends[column] ?? 0;
    return start === end ? 0 : this.#names.number(bytes, start, end);
  }
}
