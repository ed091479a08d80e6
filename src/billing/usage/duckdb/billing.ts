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

/** Asks the plan for each customer with each key that it has rows of, and writes what it says into tables. */
export async function planBilling(connection: DuckDBConnection, plan: AggregationPlan): Promise<Billing> {
  const [series, bills] = [new Series(0), new Bills()];
  const customers = await customersOf(connection, series);
  const keys = await keysOf(connection, series);
  /** Four whole numbers each: as objects they would take many times the memory. */
  const belongings: number[] = [];
  const found = `SELECT c.number, k.number
    FROM (SELECT DISTINCT customer, key FROM rows WHERE reason IS NULL AND pool IS NULL)
      JOIN customers c USING (customer) JOIN keys k USING (key)`;
  await eachRow(connection, found, ([customer, key]) => {
    const used = keys[key as number];
    if (used === undefined) throw new Error(`Nothing has the number ${String(key)}.`);
    const number = series.number(customers[customer as number] ?? 0, used.key);
    const meterings = plan.meterings(series.customer(number), series.type(number), series.key(number));
    belongings.push(customer as number, key as number, number, bills.number(meterings, used));
  });
  const appender = await connection.createAppender('belongings');
  belongings.forEach((number, index) => {
    appender.appendInteger(number);
    if (index % 4 === 3) appender.endRow();
  });
  appender.closeSync();
  await bills.write(connection);
  await connection.run(
    `CREATE TABLE billed AS SELECT customer, key, series, bills.*
    FROM belongings JOIN bills USING (bill)
      JOIN customers c ON c.number = customer_number JOIN keys k ON k.number = key_number`,
  );
  return { series, runs: bills.runs, isForeign: bills.isForeign };
}

/** A key with what its rows are in. */
interface Key {
  /** Its number in the series. */
  readonly key: number;
  readonly unit: string | null;
  readonly currency: string | null;
}

/** The numbers that series give customers, by the numbers of these here. */
async function customersOf(connection: DuckDBConnection, series: Series): Promise<readonly number[]> {
  const [numbers, fields]: [number[], Fields] = [[], new Fields()];
  await eachRow(connection, 'SELECT id, type FROM customers ORDER BY number', (texts) => {
    setTexts(fields, ['SubAccountId', 'SubAccountType'], texts as (string | null)[]);
    numbers.push(series.customerOf(fields));
  });
  return numbers;
}

async function keysOf(connection: DuckDBConnection, series: Series): Promise<readonly Key[]> {
  const [keys, fields]: [Key[], Fields] = [[], new Fields()];
  await eachRow(connection, 'SELECT name, unit, currency FROM keys ORDER BY number', (texts) => {
    const [name = null, unit = null, currency = null] = texts as (string | null)[];
    setTexts(fields, ['SkuId'], [name]);
    keys.push({ key: series.keyOf(fields), unit, currency });
  });
  return keys;
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
    { unit, currency }: Pick<Key, 'unit' | 'currency'>,
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
