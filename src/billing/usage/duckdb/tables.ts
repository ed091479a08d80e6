import type { DuckDBConnection } from '@duckdb/node-api';

const DAY = '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]';

/**
 * What rows are kept in: numbers and hashes, of a text only where it is rare. A number is one of millionths,
 * as nearly all can be, or else two whole numbers: before the point, and 18 digits after it. `odd` holds the texts of all columns
 * for a row that is not as plain as the others, until it is read.
 */
const TABLES = [
  `CREATE MACRO is_number(t) AS regexp_full_match(t, '(0|[1-9][0-9]{0,5})([.][0-9]{1,6}0{0,12})?')`,
  `CREATE MACRO is_long(t) AS regexp_full_match(t, '(0|[1-9][0-9]{0,17})([.][0-9]{1,18})?')`,
  `CREATE MACRO short_of(t) AS CASE WHEN is_number(t) THEN CAST(CAST(t AS DECIMAL(18, 6)) * 1000000 AS BIGINT) END`,
  `CREATE MACRO whole_of(t) AS CASE WHEN NOT is_number(t) AND is_long(t) THEN CAST(split_part(t, '.', 1) AS BIGINT) END`,
  `CREATE MACRO part_of(t) AS
    CASE WHEN NOT is_number(t) AND is_long(t) THEN CAST(rpad(split_part(t, '.', 2), 18, '0') AS BIGINT) END`,
  `CREATE MACRO instant_of(t) AS CASE
    WHEN regexp_full_match(t, '${DAY}(T${TIME}Z| ${TIME})') THEN epoch_ms(TRY_CAST(t AS TIMESTAMP)) END`,
  `CREATE TABLE rows (
    file USMALLINT, combination UBIGINT, id UBIGINT, content UBIGINT,
    started BIGINT, ended BIGINT, received BIGINT, count BIGINT,
    quantity BIGINT, quantity_whole BIGINT, quantity_part BIGINT,
    amount BIGINT, amount_whole BIGINT, amount_part BIGINT,
    cost BIGINT, cost_whole BIGINT, cost_part BIGINT,
    value UBIGINT, aggregated VARCHAR, tags VARCHAR, jurisdiction VARCHAR, pool VARCHAR,
    odd VARCHAR[], reason VARCHAR, message VARCHAR
  )`,
  `CREATE TABLE combinations (
    combination UBIGINT, customer VARCHAR, type VARCHAR, key VARCHAR, unit VARCHAR, currency VARCHAR
  )`,
  `CREATE TABLE belongings (combination UBIGINT, series INTEGER, bill INTEGER)`,
  `CREATE TABLE bills (
    bill INTEGER, position INTEGER, runs INTEGER, run INTEGER, aggregate VARCHAR, per_event BOOLEAN,
    unit_wrong BOOLEAN, currency_wrong BOOLEAN
  )`,
  `CREATE TABLE slices (
    of_run INTEGER, day BIGINT, started BIGINT, ended BIGINT, cell INTEGER, meter_window INTEGER, window_end BIGINT, deadline BIGINT
  )`,
];

/** Makes the tables that usage is read into, and says how numbers and instants are read. */
export async function makeTables(connection: DuckDBConnection): Promise<void> {
  for (const table of TABLES) await connection.run(table);
}
