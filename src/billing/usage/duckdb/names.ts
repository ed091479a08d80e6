import type { DuckDBConnection } from '@duckdb/node-api';
import { allRows } from './rows-of.ts';
import { type Source, textsOf } from './source.ts';

/** What rows have instead of these texts: a hash of the customer, and one of what was used. */
export const CUSTOMER = 'hash(SubAccountId, SubAccountType)';
export const KEY = 'hash(COALESCE(SkuId, x_Meter), ConsumedUnit, BillingCurrency)';

/**
 * Reads each file once more for the texts that rows have only hashes of, into the tables `customers` and `keys`, numbered from 0. False when
 * two of them have one hash: nobody has seen that, but it would mix two customers.
 */
export async function loadNames(connection: DuckDBConnection, sources: readonly Source[]): Promise<boolean> {
  for (const source of sources)
    await connection.run(
      `INSERT INTO names SELECT GROUPING(id) = 0, * FROM (
        SELECT SubAccountId AS id, SubAccountType AS type, COALESCE(SkuId, x_Meter) AS name, ConsumedUnit, BillingCurrency
        FROM (${textsOf(source)})
      ) GROUP BY GROUPING SETS ((id, type), (name, ConsumedUnit, BillingCurrency))`,
      [source.path],
    );
  const number = 'CAST(row_number() OVER () - 1 AS INTEGER) AS number';
  await connection.run(
    `CREATE TABLE customers AS SELECT ${number}, hash(id, type) AS customer, id, type
    FROM (SELECT DISTINCT id, type FROM names WHERE is_customer)`,
  );
  await connection.run(
    `CREATE TABLE keys AS SELECT ${number}, hash(name, unit, currency) AS key, name, unit, currency
    FROM (SELECT DISTINCT name, unit, currency FROM names WHERE NOT is_customer)`,
  );
  const [found] = await allRows(
    connection,
    `SELECT (SELECT count(*) = count(DISTINCT customer) FROM customers), (SELECT count(*) = count(DISTINCT key) FROM keys)`,
  );
  return found?.every((isClear) => isClear === true) === true;
}
