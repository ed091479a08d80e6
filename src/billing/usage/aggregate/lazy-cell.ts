import { type Decimal, isZero } from '../../../lib/decimal.ts';
import { scaled } from '../../../lib/scaled.ts';
import type { Aggregate, Cadence, MeterWindow } from '../../../model/billing/terms.ts';
import type { UsageCell } from '../../../model/billing/usage.ts';
import type { Cells } from './cells.ts';
import type { MeteringRun } from './metering-run.ts';
import type { Series } from './series.ts';

/** What all cells of one file lie in. */
export interface CellStore {
  readonly cells: Cells;
  readonly series: Series;
  readonly runs: readonly MeteringRun[];
}

/**
 * A cell that makes its values when they are asked for. A cell as a plain object takes some 500 bytes, this one 40: there are
 * 500,000 of them for 10,000 customers of 50 SKUs.
 */
export class LazyCell implements UsageCell {
  readonly #store: CellStore;
  readonly #cell: number;

  constructor(store: CellStore, cell: number) {
    this.#store = store;
    this.#cell = cell;
  }

  get customer(): string {
    return this.#store.series.customer(this.#series);
  }
  get type(): string | null {
    return this.#store.series.type(this.#series);
  }
  get key(): string {
    return this.#store.series.key(this.#series);
  }
  get aggregate(): Aggregate {
    return this.#run.metering.aggregate;
  }
  get window(): MeterWindow {
    return this.#run.metering.window;
  }
  get cadence(): Cadence {
    return this.#run.metering.cadence;
  }
  get timezone(): string {
    return this.#run.metering.timezone;
  }
  get unit(): string | null {
    return this.#run.metering.unit;
  }
  get currency(): string | null {
    return this.#run.metering.currency;
  }
  get from(): number {
    return this.#span.from;
  }
  get to(): number {
    return this.#span.to;
  }
  get quantity(): Decimal {
    return this.#cells.quantities.decimal(this.#cell);
  }
  get rows(): number {
    return this.#cells.rows.get(this.#cell);
  }
  get events(): Decimal {
    const more = this.#cells.moreEvents.decimal(this.#cell);
    const rows = scaled(this.rows, 0);
    return isZero(more) ? rows : more.plus(rows);
  }
  get amount(): Decimal | null {
    const isWhole = this.#cells.withAmount.get(this.#cell) === this.rows;
    return isWhole ? this.#cells.amounts.decimal(this.#cell) : null;
  }
  get amounts(): UsageCell['amounts'] {
    return this.#run.metering.perEvent ? this.#cells.log.amountsOf(this.#cell) : null;
  }
  get cost(): Decimal | null {
    const isWhole = this.#cells.withCost.get(this.#cell) === this.rows;
    return isWhole ? this.#cells.costs.decimal(this.#cell) : null;
  }
  get jurisdiction(): string | null {
    return this.#cells.jurisdictions.get(this.#cell) ?? null;
  }
  get tags(): Readonly<Record<string, string>> | null {
    return this.#cells.tags.get(this.#cell) ?? null;
  }

  get #cells(): Cells {
    return this.#store.cells;
  }
  get #series(): number {
    return this.#cells.table.first(this.#cell);
  }
  get #run(): MeteringRun {
    return runOf(this.#store, this.#cell);
  }
  get #span(): { from: number; to: number } {
    return this.#run.cellSpan(this.#cells.places.second(this.#cells.table.second(this.#cell)));
  }
}

/** The metering of a cell. */
export function runOf({ cells, runs }: CellStore, cell: number): MeteringRun {
  const run = runs[cells.places.first(cells.table.second(cell))];
  if (run === undefined) throw new Error(`Cell ${cell} has no metering.`);
  return run;
}

/** The values of a cell as a plain object, such as for a spread or a comparison. */
export function plainCell(cell: UsageCell): UsageCell {
  return {
    customer: cell.customer,
    type: cell.type,
    key: cell.key,
    aggregate: cell.aggregate,
    window: cell.window,
    cadence: cell.cadence,
    timezone: cell.timezone,
    unit: cell.unit,
    currency: cell.currency,
    from: cell.from,
    to: cell.to,
    quantity: cell.quantity,
    rows: cell.rows,
    events: cell.events,
    amount: cell.amount,
    amounts: cell.amounts,
    cost: cell.cost,
    jurisdiction: cell.jurisdiction,
    tags: cell.tags,
  };
}
