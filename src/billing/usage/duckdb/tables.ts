import type { DuckDBConnection } from '@duckdb/node-api';
import { ROW_COLUMNS } from './row-columns.ts';

/**
 * All fields of an instant at full width make up its length, so that none is shorter. Between a day and a time, and before a number,
 * DuckDB takes any white space: without the letters the instant has to be what DuckDB itself would write.
 */
const INSTANT = `CASE
  WHEN length(t) = 20 AND t >= '1' AND suffix(t, 'Z') THEN epoch_ms(try_strptime(t, '%Y-%m-%dT%H:%M:%SZ'))
  WHEN length(t) = 19 AND t = CAST(TRY_CAST(t AS TIMESTAMP) AS VARCHAR) THEN epoch_ms(TRY_CAST(t AS TIMESTAMP))
END`;

/** How numbers and instants are read, and the tables besides that of the rows. */
const TABLES = [
  `CREATE MACRO is_number(t) AS regexp_full_match(t, '(0|[1-9][0-9]{0,5})([.][0-9]{1,6}0{0,12})?')`,
  `CREATE MACRO is_long(t) AS regexp_full_match(t, '(0|[1-9][0-9]{0,17})([.][0-9]{1,18})?')`,
  `CREATE MACRO short_of(t) AS CASE WHEN is_number(t) THEN CAST(CAST(t AS DECIMAL(18, 6)) * 1000000 AS BIGINT) END`,
  `CREATE MACRO whole_of(t) AS CASE WHEN NOT is_number(t) AND is_long(t) THEN CAST(split_part(t, '.', 1) AS BIGINT) END`,
  `CREATE MACRO part_of(t) AS
    CASE WHEN NOT is_number(t) AND is_long(t) THEN CAST(rpad(split_part(t, '.', 2), 18, '0') AS BIGINT) END`,
  `CREATE MACRO instant_of(t) AS ${INSTANT}`,
  `CREATE TABLE names (is_customer BOOLEAN, id VARCHAR, type VARCHAR, name VARCHAR, unit VARCHAR, currency VARCHAR)`,
  `CREATE TABLE belongings (customer_number INTEGER, key_number INTEGER, series INTEGER, bill INTEGER)`,
  `CREATE TABLE bills (
    bill INTEGER, position INTEGER, runs INTEGER, run INTEGER, aggregate VARCHAR, per_event BOOLEAN,
    unit_wrong BOOLEAN, currency_wrong BOOLEAN
  )`,
  `CREATE TABLE slices (
    of_run INTEGER, day BIGINT, started BIGINT, ended BIGINT, cell INTEGER, meter_window INTEGER, window_end BIGINT, deadline BIGINT
  )`,
];

/** Makes the tables that usage is read into, that of the rows with these columns, and says how numbers and instants are read. */
export async function makeTables(connection: DuckDBConnection, stored: ReadonlySet<string>): Promise<void> {
  const columns = ROW_COLUMNS.map(({ name, type, missing }) =>
    stored.has(name)
      ? `${name} ${type}`
      : `${name} ${type} GENERATED ALWAYS AS (CAST(${missing} AS ${type})) VIRTUAL`,
  );
  for (const table of [...TABLES, `CREATE TABLE rows (${columns.join(', ')})`]) await connection.run(table);
}
