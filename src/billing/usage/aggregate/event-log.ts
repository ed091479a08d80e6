import { Numbers } from '../../../lib/bytes/numbers.ts';
import { decimal } from '../../../lib/decimal.ts';
import { ExactSums } from '../../../lib/exact-sum.ts';
import type { UsageCell } from '../../../model/billing/usage.ts';
import type { Row } from '../row/row.ts';

/** The amounts of single events, for prices that depend on each of them: about 35 bytes an event. */
export class EventLog {
  #size = 0;
  readonly #cells = new Numbers();
  readonly #starts = new Numbers();
  readonly #counts = new Numbers();
  readonly #amounts = new ExactSums();
  /** Events by cell and time, once all are there. */
  #order = new Uint32Array();
  /** Where the events of a cell begin in `#order`. */
  readonly #begins = new Map<number, number>();

  add(cell: number, row: Row): void {
    const event = this.#size++;
    this.#cells.set(event, cell);
    this.#starts.set(event, row.start);
    this.#counts.set(event, row.count);
    this.#amounts.set(event, row.amount);
  }

  /** Sorts by cell, then by time; of one instant in the order of the file. */
  close(): void {
    const [cells, starts] = [this.#cells, this.#starts];
    const order = Uint32Array.from({ length: this.#size }, (_, event) => event);
    order.sort((a, b) => cells.get(a) - cells.get(b) || starts.get(a) - starts.get(b) || a - b);
    for (let place = order.length - 1; place >= 0; place--)
      this.#begins.set(cells.get(order[place] ?? 0), place);
    this.#order = order;
  }

  /** The amounts of a cell's events in the order of time, equal ones that follow each other together. */
  amountsOf(cell: number): NonNullable<UsageCell['amounts']> {
    const runs: { amount: ReturnType<typeof decimal>; count: number }[] = [];
    const begin = this.#begins.get(cell) ?? this.#order.length;
    for (let place = begin; place < this.#order.length; place++) {
      const event = this.#order[place] ?? 0;
      if (this.#cells.get(event) !== cell) break;
      const amount = this.#amounts.decimal(event);
      const last = runs.at(-1);
      const count = this.#counts.get(event);
      if (last?.amount.eq(amount) === true && Number.isSafeInteger(last.count + count)) last.count += count;
      else runs.push({ amount, count });
    }
    return runs.map(({ amount, count }) => ({ amount, count: decimal(count) }));
  }
}
