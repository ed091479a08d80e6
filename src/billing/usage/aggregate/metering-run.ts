import type { Metering } from '../../../model/billing/usage.ts';
import { periodAt, windowAt, type Period } from '../../time/periods.ts';
import { Exchange } from './exchange.ts';
import { Spans } from './spans.ts';

/** A metering at work: it knows the cells' bounds, the windows and the deadlines that instants fall in. */
export class MeteringRun {
  readonly metering: Metering;
  readonly number: number;
  /** Whether rows are simply added up, whatever their window. */
  readonly isSum: boolean;
  /** What the store of cells calls its stretches of time. */
  readonly places: number[] = [];
  readonly #cells: Spans;
  readonly #windows: Spans | null;
  readonly #deadlines: number[] = [];
  readonly #exchange: Exchange | null;

  constructor(metering: Metering, number: number) {
    const { aggregate, window, cadence, timezone, cuts, exchange } = metering;
    this.metering = metering;
    this.number = number;
    this.#exchange = exchange === undefined ? null : new Exchange(exchange, timezone);
    this.isSum = aggregate === 'sum' || aggregate === 'none';
    this.#cells = new Spans((instant) => between(cuts, periodAt(cadence, timezone, instant), instant));
    this.#windows =
      this.isSum || window === 'period'
        ? null
        : new Spans((instant) => windowAt(window, cadence, timezone, instant));
  }

  /** The number of the cell's stretch of time: the part of the billing period, between two cuts, that an instant lies in. */
  cellAt(instant: number): number {
    return this.#cells.at(instant);
  }

  cellSpan(number: number): Period {
    return this.#cells.list[number] ?? { from: NaN, to: NaN };
  }

  /** The number of the meter window that an instant lies in. One that a cut divides is one in each cell. */
  windowAt(instant: number): number {
    return this.#windows === null ? 0 : this.#windows.at(instant);
  }

  /** Where what an instant's row may stand for ends, if it is to be more than the sum of events. */
  windowEnd(instant: number): number {
    const cell = this.cellSpan(this.cellAt(instant));
    return Math.min(cell.to, this.#windows?.list[this.windowAt(instant)]?.to ?? cell.to);
  }

  /** What one of another currency is in a cell, in units of 10^-18; null when no rate says so. */
  rate(currency: string, cell: number): bigint | null {
    return this.#exchange?.rateAt(currency, this.periodBegin(cell)) ?? null;
  }

  /** Where the billing period of a cell begins. */
  periodBegin(cell: number): number {
    const { cadence, timezone } = this.metering;
    return periodAt(cadence, timezone, this.cellSpan(cell).from).from;
  }

  /** The last instant at which a row of this cell may be received. */
  deadline(cell: number): number {
    const known = this.#deadlines[cell];
    if (known !== undefined) return known;
    const { cadence, timezone, cutoff } = this.metering;
    const deadline = periodAt(cadence, timezone, this.cellSpan(cell).from).to + cutoff;
    this.#deadlines[cell] = deadline;
    return deadline;
  }
}

/** Names meterings by what they say. Rates of exchange, which can be many, count as the list that they are. */
export class MeteringNames {
  readonly #lists = new Map<object, number>();

  nameOf({ exchange, ...rest }: Metering): string {
    if (exchange === undefined) return JSON.stringify(rest);
    const list = this.#lists.get(exchange) ?? this.#lists.size;
    this.#lists.set(exchange, list);
    return JSON.stringify([rest, list]);
  }
}

/** The part of a period between two cuts that an instant lies in. */
function between(cuts: readonly number[], period: Period, instant: number): Period {
  let { from, to } = period;
  for (const cut of cuts) {
    if (cut <= instant) from = Math.max(from, cut);
    else to = Math.min(to, cut);
  }
  return { from, to };
}
