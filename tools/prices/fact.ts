import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { PriceOption, PriceQuality } from '../../src/model/cost.ts';

/** One price of one tier in one region, as a fact file states it. */
export interface Fact {
  readonly provider: string;
  /** Shard of the book: all facts of one have one currency and one option. */
  readonly service: string;
  readonly region: string;
  readonly key: string;
  readonly unit: string;
  /** Lower bound of the tier. */
  readonly from: string;
  readonly price: string;
  readonly currency: string;
  readonly sku: string;
  readonly asOf: string;
  readonly source: string;
  /** Left out for a list price. */
  readonly quality?: PriceQuality;
  /** Left out for on demand. */
  readonly option?: PriceOption;
}

/** A row of a fact file by column name. */
export type Row = Readonly<Record<string, string>>;

/** The rows of one gzipped CSV file. */
export function readTable(folder: URL, name: string): Row[] {
  return parse(gunzipSync(readFileSync(new URL(name, folder))).toString('utf8'), { columns: true });
}

/** The text of a column. Throws when the file has no such column. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`column ${column} is missing`);
  return value;
}

/** A price an hour from a row with the columns region, as_of, source and currency. */
export function hourly(
  row: Row,
  provider: string,
  service: string,
  key: string,
  column = 'price_per_hour',
): Fact {
  return {
    provider,
    service,
    region: text(row, 'region'),
    key,
    unit: 'hour',
    from: '0',
    price: text(row, column),
    currency: text(row, 'currency'),
    sku: '',
    asOf: text(row, 'as_of'),
    source: text(row, 'source'),
  };
}
