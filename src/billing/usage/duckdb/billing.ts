import type { DuckDBConnection } from '@duckdb/node-api';
import type { AggregationPlan, Metering } from '../../../model/billing/usage.ts';
import { MeteringNames, MeteringRun } from '../aggregate/metering-run.ts';
import { Series } from '../aggregate/series.ts';
import { Fields } from '../row/fields.ts';
import { setTexts } from './fields.ts';
import { eachRow } from './rows-of.ts';

/** A bill of rows that nobody bills. */
export const UNKNOWN_IDENTITY = -1;
export const UNKNOWN_SKU = -2;

/** Who bills what: the series that rows belong to, and the meterings of each. */
export interface Billing {
  readonly series: Series;
  readonly runs: readonly MeteringRun[];
  /** Whether rows are in a currency that would have to be converted, which the built-in reader alone does. */
  readonly isForeign: boolean;
}

const COMBINATION = ['SubAccountId', 'SubAccountType', 'SkuId', 'ConsumedUnit', 'BillingCurrency'] as const;

/** Asks the plan for each combination of customer, key, unit and currency once, and writes what it says into tables. */
export async function planBilling(connection: DuckDBConnection, plan: AggregationPlan): Promise<Billing> {
  const [series, fields, bills] = [new Series(0), new Fields(), new Bills()];
  const belongings: (readonly [bigint, number, number])[] = [];
  const found = `SELECT combination, customer, type, key, unit, currency FROM combinations
    WHERE customer IS NOT NULL AND key IS NOT NULL`;
  await eachRow(connection, found, ([combination, customer, type, key, unit, currency]) => {
    setTexts(fields, COMBINATION, [customer, type, key, unit, currency] as (string | null)[]);
    const number = series.of(fields);
    const meterings = plan.meterings(series.customer(number), series.type(number), series.key(number));
    const bill = bills.number(meterings, unit as string | null, currency as string | null);
    belongings.push([combination as bigint, number, bill]);
  });
  const appender = await connection.createAppender('belongings');
  for (const [combination, number, bill] of belongings) {
    appender.appendUBigInt(combination);
    appender.appendInteger(number);
    appender.appendInteger(bill);
    appender.endRow();
  }
  appender.closeSync();
  await bills.write(connection);
  await connection.run('CREATE TABLE billed AS SELECT * FROM belongings JOIN bills USING (bill)');
  return { series, runs: bills.runs, isForeign: bills.isForeign };
}

/** The lists of meterings that rows are billed by, each with what its unit and currency are. */
class Bills {
  readonly runs: MeteringRun[] = [];
  isForeign = false;
  readonly #names = new MeteringNames();
  readonly #runs = new Map<string, MeteringRun>();
  readonly #lists = new Map<readonly Metering[], string>();
  readonly #bills = new Map<string, number>();
  readonly #written: (number | string | boolean)[][] = [];

  number(
    meterings: ReturnType<AggregationPlan['meterings']>,
    unit: string | null,
    currency: string | null,
  ): number {
    if (typeof meterings === 'string')
      return meterings === 'unknown-identity' ? UNKNOWN_IDENTITY : UNKNOWN_SKU;
    let list = this.#lists.get(meterings);
    if (list === undefined) {
      list = meterings.map((metering) => this.#run(metering).number).join(' ');
      this.#lists.set(meterings, list);
    }
    const name = JSON.stringify([list, unit, currency]);
    const known = this.#bills.get(name);
    if (known !== undefined) return known;
    const bill = this.#bills.size;
    this.#bills.set(name, bill);
    meterings.forEach((metering, position) => {
      const run = this.#run(metering);
      const isOther = metering.currency !== null && currency !== null && metering.currency !== currency;
      if (isOther && metering.exchange?.some(({ from }) => from === currency) === true) this.isForeign = true;
      const wrong = [metering.unit !== null && metering.unit !== unit, isOther];
      const { aggregate, perEvent } = metering;
      this.#written.push([bill, position, meterings.length, run.number, aggregate, perEvent, ...wrong]);
    });
    return bill;
  }

  async write(connection: DuckDBConnection): Promise<void> {
    const appender = await connection.createAppender('bills');
    for (const row of this.#written) {
      for (const value of row)
        if (typeof value === 'number') appender.appendInteger(value);
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else appender.appendVarchar(value);
      appender.endRow();
    }
    appender.closeSync();
  }

  #run(metering: Metering): MeteringRun {
    const name = this.#names.nameOf(metering);
    const known = this.#runs.get(name);
    if (known !== undefined) return known;
    const run = new MeteringRun(metering, this.runs.length);
    this.runs.push(run);
    this.#runs.set(name, run);
    return run;
  }
}
