import { type Decimal, isZero } from '../../../lib/decimal.ts';
import { scaled } from '../../../lib/scaled.ts';
import type { Aggregate, Cadence, MeterWindow } from '../../../model/billing/terms.ts';
import type { UsageCell, UsageCells } from '../../../model/billing/usage.ts';
import { type Aggregated, type CellColumns, cellColumns, type Place } from './cell-columns.ts';

/** All cells by customer, type, key, metering and begin. */
export function sortedCells(aggregated: Aggregated): UsageCells {
  return new LazyCells(cellColumns(aggregated));
}

/** Cells that are there only while somebody looks at them: there are 500,000 of them for 10,000 customers of 50 SKUs. */
class LazyCells implements UsageCells {
  readonly length: number;
  readonly #columns: CellColumns;

  constructor(columns: CellColumns) {
    this.#columns = columns;
    this.length = columns.places.length;
  }

  *[Symbol.iterator](): Iterator<UsageCell> {
    for (let cell = 0; cell < this.length; cell++) yield new LazyCell(this.#columns, cell);
  }

  slice(from: number, to: number): readonly UsageCell[] {
    const cells: UsageCell[] = [];
    for (let cell = from; cell < Math.min(to, this.length); cell++)
      cells.push(new LazyCell(this.#columns, cell));
    return cells;
  }
}

/** A cell that makes its values when they are asked for. */
class LazyCell implements UsageCell {
  readonly #columns: CellColumns;
  readonly #cell: number;

  constructor(columns: CellColumns, cell: number) {
    this.#columns = columns;
    this.#cell = cell;
  }

  get customer(): string {
    return this.#name(this.#columns.customers);
  }
  get type(): string | null {
    return this.#name(this.#columns.types) || null;
  }
  get key(): string {
    return this.#name(this.#columns.keys);
  }
  get aggregate(): Aggregate {
    return this.#place.metering.aggregate;
  }
  get window(): MeterWindow {
    return this.#place.metering.window;
  }
  get cadence(): Cadence {
    return this.#place.metering.cadence;
  }
  get timezone(): string {
    return this.#place.metering.timezone;
  }
  get unit(): string | null {
    return this.#place.metering.unit;
  }
  get currency(): string | null {
    return this.#place.metering.currency;
  }
  get fx(): string | null | undefined {
    return this.#place.metering.fx;
  }
  get from(): number {
    return this.#place.span.from;
  }
  get to(): number {
    return this.#place.span.to;
  }
  get quantity(): Decimal {
    return this.#columns.quantities.decimal(this.#cell);
  }
  get rows(): number {
    return this.#columns.rows.get(this.#cell);
  }
  get events(): Decimal {
    const more = this.#columns.moreEvents.decimal(this.#cell);
    const rows = scaled(this.rows, 0);
    return isZero(more) ? rows : more.plus(rows);
  }
  get amount(): Decimal | null {
    const isWhole = this.#columns.withAmount.get(this.#cell) === this.rows;
    return isWhole ? this.#columns.amounts.decimal(this.#cell) : null;
  }
  get amounts(): UsageCell['amounts'] {
    return this.#place.metering.perEvent ? this.#columns.log.amountsOf(this.#number) : null;
  }
  get cost(): Decimal | null {
    const isWhole = this.#columns.withCost.get(this.#cell) === this.rows;
    return isWhole ? this.#columns.costs.decimal(this.#cell) : null;
  }
  get jurisdiction(): string | null {
    return this.#columns.jurisdictions.get(this.#number) ?? null;
  }
  get tags(): Readonly<Record<string, string>> | null {
    return this.#columns.tags.get(this.#number) ?? null;
  }

  get #place(): Place {
    const place = this.#columns.stretches[this.#columns.places[this.#cell] ?? 0];
    if (place === undefined) throw new Error(`Cell ${this.#cell} has no stretch of time.`);
    return place;
  }

  /** What few cells have is by this number. */
  get #number(): number {
    return this.#columns.numbers[this.#cell] ?? 0;
  }

  #name(numbers: Uint32Array): string {
    return this.#columns.names[numbers[this.#cell] ?? 0] ?? '';
  }
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
    fx: cell.fx,
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
