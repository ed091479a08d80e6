import { ByteHash } from '../../../lib/bytes/hash.ts';
import { Numbers } from '../../../lib/bytes/numbers.ts';
import { PairTable } from '../../../lib/bytes/pair-table.ts';
import { SeenTable } from '../../../lib/bytes/seen-table.ts';
import { ExactNumber } from '../../../lib/exact-number.ts';
import { ExactSums } from '../../../lib/exact-sum.ts';
import { COLUMN } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';
import type { Row } from '../row/row.ts';
import { EventLog } from './event-log.ts';
import type { MeteringRun } from './metering-run.ts';

const RAW = 1;
const AGGREGATED = 2;

/**
 * What the rows add up to: cells of a series (customer and key) in a stretch of time of one metering, in columns of numbers, so
 * that millions of rows leave no objects behind.
 */
export class Cells {
  /** Series and place of each cell. A place is a metering run and one of its stretches of time. */
  readonly table = new PairTable();
  readonly places = new PairTable();
  readonly quantities = new ExactSums();
  readonly rows = new Numbers();
  /** Events besides one a row. */
  readonly moreEvents = new ExactSums();
  readonly amounts = new ExactSums();
  /** Rows that have one; so of costs. */
  readonly withAmount = new Numbers();
  readonly costs = new ExactSums();
  readonly withCost = new Numbers();
  readonly jurisdictions = new Map<number, string>();
  readonly tags = new Map<number, Readonly<Record<string, string>>>();
  readonly log = new EventLog();
  /** Cell and window of each state of `max`, `last` and `unique`. */
  readonly #windows = new PairTable();
  readonly #states = new ExactSums();
  /** Begin of the row that a `last` is of; for `unique` whether it was counted or given. */
  readonly #marks = new Numbers();
  readonly #seen = new SeenTable();
  readonly #hash: ByteHash;
  readonly #number = new ExactNumber();

  constructor(seed: number) {
    this.#hash = new ByteHash(seed);
  }

  /** Whether the unique values of a row's window were already given (or counted), so that nothing can be added to them. */
  isTaken(series: number, run: MeteringRun, row: Row): boolean {
    const place = this.places.find(run.number, run.cellAt(row.start));
    const cell = place === -1 ? -1 : this.table.find(series, place);
    const window = cell === -1 ? -1 : this.#windows.find(cell, run.windowAt(row.start));
    if (window === -1) return false;
    return row.aggregated !== null || this.#marks.get(window) === AGGREGATED;
  }

  /** Adds a row to its cell. */
  add(series: number, run: MeteringRun, row: Row, fields: Fields): void {
    const cell = this.table.number(series, this.#place(run, run.cellAt(row.start)));
    this.rows.set(cell, this.rows.get(cell) + 1);
    if (row.count !== 1) {
      this.#number.setWhole(row.count - 1);
      this.moreEvents.add(cell, this.#number);
    }
    if (run.isSum) this.quantities.add(cell, row.quantity);
    else this.#addToWindow(cell, run, row, fields);
    if (row.hasCost) {
      this.costs.add(cell, row.cost);
      this.withCost.set(cell, this.withCost.get(cell) + 1);
    }
    if (row.hasAmount) this.#addAmount(cell, run, row);
    if (fields.has(COLUMN.x_Jurisdiction) && !this.jurisdictions.has(cell))
      this.jurisdictions.set(cell, fields.text('x_Jurisdiction'));
    if (row.tags !== null && !this.tags.has(cell)) this.tags.set(cell, row.tags);
  }

  /** Sums the windows of each cell. To be called once, when all rows are added. */
  close(): void {
    for (let window = 0; window < this.#windows.size; window++)
      this.quantities.addFrom(this.#windows.first(window), this.#states, window, this.#number);
    // Not needed any more, and large: sorting the cells takes memory too.
    for (const table of [this.#windows, this.#states, this.#marks, this.#seen]) table.clear();
    this.log.close();
  }

  #place(run: MeteringRun, span: number): number {
    return (run.places[span] ??= this.places.number(run.number, span));
  }

  #addToWindow(cell: number, run: MeteringRun, row: Row, fields: Fields): void {
    const known = this.#windows.size;
    const window = this.#windows.number(cell, run.windowAt(row.start));
    const isNew = window === known;
    if (run.metering.aggregate === 'max') {
      if (isNew || this.#states.isLess(window, row.quantity)) this.#states.set(window, row.quantity);
    } else if (run.metering.aggregate === 'last') {
      if (isNew || row.start >= this.#marks.get(window)) {
        this.#states.set(window, row.quantity);
        this.#marks.set(window, row.start);
      }
    } else this.#addUnique(window, row, fields);
  }

  #addUnique(window: number, row: Row, { bytes, starts, ends }: Fields): void {
    if (row.aggregated !== null) {
      this.#states.set(window, row.quantity);
      this.#marks.set(window, AGGREGATED);
      return;
    }
    this.#marks.set(window, RAW);
    this.#hash.begin();
    this.#hash.mark(window);
    this.#hash.add(bytes, starts[COLUMN.x_UniqueValue] ?? 0, ends[COLUMN.x_UniqueValue] ?? 0);
    const { high, low } = this.#hash.end();
    if (this.#seen.note(high, low, 0) !== 'new') return;
    this.#number.setWhole(1);
    this.#states.add(window, this.#number);
  }

  #addAmount(cell: number, run: MeteringRun, row: Row): void {
    if (run.metering.perEvent) this.log.add(cell, row);
    this.#number.copy(row.amount);
    this.#number.multiply(row.count);
    this.amounts.add(cell, this.#number);
    this.withAmount.set(cell, this.withAmount.get(cell) + 1);
  }
}
