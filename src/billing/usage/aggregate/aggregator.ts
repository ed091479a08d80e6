import type { Refusal, Row } from '../row/row.ts';
import { malformed, shown } from '../row/row.ts';
import { COLUMN } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';
import type { AggregationPlan, Metering, UsageCells } from '../../../model/billing/usage.ts';
import { Cells } from './cells.ts';
import { dayText, exchanged } from './exchange.ts';
import { MeteringNames, MeteringRun } from './metering-run.ts';
import { Series } from './series.ts';
import { sortedCells } from './lazy-cell.ts';

type Unbilled = 'unknown-identity' | 'unknown-sku';

/** Brings rows together by a plan. */
export class Aggregator {
  readonly #plan: AggregationPlan;
  readonly #series: Series;
  readonly #cells: Cells;
  readonly #runs: MeteringRun[] = [];
  /** Runs by what their metering says, since plans may give equal ones as different objects. */
  readonly #names = new MeteringNames();
  readonly #known = new Map<string, MeteringRun>();
  /** Lists of runs that series share, and those of plans. */
  readonly #lists = new Map<string, readonly MeteringRun[]>();
  readonly #planned = new Map<readonly Metering[], readonly MeteringRun[]>();
  /** Of each series. */
  readonly #billed: (readonly MeteringRun[] | Unbilled)[] = [];
  readonly #taking: MeteringRun[] = [];

  constructor(plan: AggregationPlan, seed: number) {
    this.#plan = plan;
    this.#series = new Series(seed);
    this.#cells = new Cells(seed);
  }

  /** Adds a row where a metering takes it. Comes back with why none does; null when one did. */
  add(row: Row, fields: Fields): Refusal | null {
    const series = this.#series.of(fields);
    if (series === this.#billed.length) this.#billed.push(this.#runsOf(series));
    const runs = this.#billed[series] ?? 'unknown-sku';
    if (typeof runs === 'string') return unbilled(runs, fields);
    let first: Refusal | null = null;
    this.#taking.length = 0;
    for (const run of runs) {
      const refusal = this.#refusal(series, run, row, fields);
      if (refusal === null) this.#taking.push(run);
      else first ??= refusal;
    }
    for (const run of this.#taking) this.#cells.add(series, run, inCurrency(run, row, fields), fields);
    return this.#taking.length > 0 ? null : first;
  }

  /** All cells, sorted; nothing can be added any more. */
  close(): UsageCells {
    this.#cells.close();
    return sortedCells({ cells: this.#cells, series: this.#series, runs: this.#runs });
  }

  #refusal(series: number, run: MeteringRun, row: Row, fields: Fields): Refusal | null {
    const { aggregate, unit } = run.metering;
    if (unit !== null && !fields.is(COLUMN.ConsumedUnit, unit)) {
      const message = `ConsumedUnit ${shown(fields, 'ConsumedUnit')} is not "${unit}", the unit of the SKU.`;
      return { reason: 'wrong-unit', message };
    }
    if (isForeign(run, row, fields) && rateOf(run, row, fields) === null)
      return { reason: 'wrong-currency', message: wrongCurrency(run, row, fields) };
    if (row.aggregated !== null && row.aggregated !== aggregate)
      return malformed(
        `The row is a ${row.aggregated} (x_Aggregate) and its SKU is metered by ${aggregate}.`,
      );
    if (row.received > run.deadline(run.cellAt(row.start))) {
      const message = `Received ${fields.text('x_ReceivedAt')}, after the cutoff of its billing period.`;
      return { reason: 'late', message };
    }
    return run.isSum ? null : this.#windowed(series, run, row, fields);
  }

  /** What `max`, `last` and `unique` ask of a row besides. */
  #windowed(series: number, run: MeteringRun, row: Row, fields: Fields): Refusal | null {
    if (row.aggregated !== null && row.end > run.windowEnd(row.start))
      return malformed('The row is aggregated over more than one window of its meter.');
    if (run.metering.aggregate !== 'unique') return null;
    if (row.aggregated === null && !fields.has(COLUMN.x_UniqueValue))
      return malformed('x_UniqueValue is empty, and the SKU counts unique values.');
    return this.#cells.isTaken(series, run, row)
      ? malformed('The unique values of this window were counted already: two counts cannot be added.')
      : null;
  }

  #runsOf(series: number): readonly MeteringRun[] | Unbilled {
    const [customer, type, key] = [
      this.#series.customer(series),
      this.#series.type(series),
      this.#series.key(series),
    ];
    const meterings = this.#plan.meterings(customer, type, key);
    if (typeof meterings === 'string') return meterings;
    const planned = this.#planned.get(meterings);
    if (planned !== undefined) return planned;
    const own = meterings.map((metering) => this.#run(metering));
    const name = own.map(({ number }) => number).join(' ');
    const runs = this.#lists.get(name) ?? own;
    this.#lists.set(name, runs);
    // A plan that makes a list for each series would fill the memory.
    if (this.#planned.size < 100_000) this.#planned.set(meterings, runs);
    return runs;
  }

  #run(metering: Metering): MeteringRun {
    const name = this.#names.nameOf(metering);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const run = new MeteringRun(metering, this.#runs.length);
    this.#runs.push(run);
    this.#known.set(name, run);
    return run;
  }
}

/** The row with its money in the currency of the metering. */
function inCurrency(run: MeteringRun, row: Row, fields: Fields): Row {
  const rate = isForeign(run, row, fields) ? rateOf(run, row, fields) : null;
  return rate === null ? row : exchanged(row, rate);
}

/** Whether a row has money in another currency than its metering. */
function isForeign({ metering: { currency } }: MeteringRun, row: Row, fields: Fields): boolean {
  if ((!row.hasAmount && !row.hasCost) || currency === null) return false;
  return fields.has(COLUMN.BillingCurrency) && !fields.is(COLUMN.BillingCurrency, currency);
}

function rateOf(run: MeteringRun, row: Row, fields: Fields): bigint | null {
  return run.rate(fields.text('BillingCurrency'), run.cellAt(row.start));
}

function wrongCurrency(run: MeteringRun, row: Row, fields: Fields): string {
  const { currency, exchange, timezone } = run.metering;
  const what = `BillingCurrency ${shown(fields, 'BillingCurrency')} is not ${currency}, the currency of the profile`;
  if (exchange === undefined) return `${what}.`;
  const day = dayText(timezone, run.periodBegin(run.cellAt(row.start)));
  return `${what}, and its table has no rate of ${day} or before.`;
}

function unbilled(reason: Unbilled, fields: Fields): Refusal {
  const customer = shown(fields, 'SubAccountId');
  if (reason === 'unknown-identity')
    return { reason, message: `No profile is bound to the customer ${customer}, or to its type.` };
  const key = fields.has(COLUMN.SkuId) ? 'SkuId' : 'x_Meter';
  return { reason, message: `No profile of ${customer} has the ${key} ${shown(fields, key)}.` };
}
