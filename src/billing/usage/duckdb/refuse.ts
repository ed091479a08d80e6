import type { DuckDBConnection } from '@duckdb/node-api';
import type { MeteringRun } from '../aggregate/metering-run.ts';
import type { Period } from '../../time/periods.ts';
import { allRows } from './rows-of.ts';
import { UNKNOWN_IDENTITY, UNKNOWN_SKU } from './billing.ts';

/** Notes which rows repeat an event that came before. The first of an id counts, as it does for the built-in reader. */
export async function refuseRepeated(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TABLE repeated AS SELECT id FROM rows WHERE reason IS NULL AND id IS NOT NULL GROUP BY id HAVING count(*) > 1`,
  );
  await connection.run(
    `UPDATE rows SET reason = again.reason FROM (
      SELECT r.rowid AS number, row_number() OVER in_file AS copy,
        CASE WHEN r.content = first_value(r.content) OVER in_file THEN 'same' ELSE 'conflicting-duplicate' END AS reason
      FROM rows r JOIN repeated USING (id) WHERE r.reason IS NULL
      WINDOW in_file AS (PARTITION BY id ORDER BY r.rowid)
    ) again WHERE rows.rowid = again.number AND again.copy > 1`,
  );
}

/** Notes which rows lie outside the time that was asked for. */
export async function refuseOutside(connection: DuckDBConnection, window: Period | null): Promise<void> {
  if (window === null) return;
  await connection.run(
    `UPDATE rows SET reason = 'outside-window'
    WHERE reason IS NULL AND NOT (started >= ${window.from} AND started < ${window.to})`,
  );
}

/** Notes which rows of shared cost are in another currency than the first of their pool that names one: two are never summed. */
export async function refuseMixedPools(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `UPDATE rows SET reason = 'wrong-currency', message = 'BillingCurrency is not that of the pool before.' FROM (
      SELECT r.rowid AS number, currency, first_value(currency) OVER (PARTITION BY pool ORDER BY r.rowid) AS own
      FROM rows r JOIN keys USING (key)
      WHERE r.reason IS NULL AND pool IS NOT NULL AND currency IS NOT NULL
    ) named WHERE rows.rowid = named.number AND currency <> own`,
  );
}

/** Notes which rows nobody bills. */
export async function refuseUnknown(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `UPDATE rows SET reason = CASE b.bill WHEN ${UNKNOWN_IDENTITY} THEN 'unknown-identity' ELSE 'unknown-sku' END
    FROM belongings b
      JOIN customers c ON c.number = b.customer_number
      JOIN keys k ON k.number = b.key_number
    WHERE c.customer = rows.customer AND k.key = rows.key AND b.bill IN (${UNKNOWN_IDENTITY}, ${UNKNOWN_SKU})
      AND rows.reason IS NULL AND rows.pool IS NULL`,
  );
}

/** Rows with the meterings that they are for, and with the cell and window of each. `billed` says which meterings. */
export const placed = (billed = 'true'): string => `rows r
  JOIN (SELECT * FROM billed WHERE ${billed}) USING (customer, key)
  JOIN slices s ON s.of_run = run AND s.day = r.started // 86400000 AND r.started >= s.started AND r.started < s.ended`;

const REFUSAL = `CASE
  WHEN unit_wrong THEN 'wrong-unit'
  WHEN currency_wrong AND (amount IS NOT NULL OR amount_whole IS NOT NULL OR cost IS NOT NULL OR cost_whole IS NOT NULL)
    THEN 'wrong-currency'
  WHEN aggregated <> aggregate THEN 'malformed'
  WHEN received > deadline THEN 'late'
  WHEN aggregate NOT IN ('sum', 'none') AND aggregated IS NOT NULL AND r.ended > window_end THEN 'malformed'
  WHEN aggregate = 'unique' AND aggregated IS NULL AND value IS NULL THEN 'malformed'
END`;

/**
 * Notes which meterings do not take a row that is for them, in the table `refused`, and which rows none takes. Most rows cannot be
 * refused: they are not looked at.
 */
export async function refuseUnfit(connection: DuckDBConnection, runs: readonly MeteringRun[]): Promise<void> {
  const leastCutoff = runs.length === 0 ? 0 : Math.min(...runs.map(({ metering }) => metering.cutoff));
  const isSpecial = `COALESCE(aggregated IS NOT NULL OR received > r.started + ${leastCutoff}, false)`;
  const refusals = (billed?: string): string =>
    `SELECT r.rowid AS number, run AS refused_run, position, runs, ${REFUSAL} AS refusal FROM ${placed(billed)}
    WHERE r.reason IS NULL AND r.pool IS NULL`;
  await connection.run(
    `CREATE TABLE refused AS SELECT * FROM (
      ${refusals()} AND ${isSpecial}
      UNION ALL ${refusals('unit_wrong OR currency_wrong')} AND NOT ${isSpecial}
      UNION ALL ${refusals(`aggregate = 'unique' AND NOT (unit_wrong OR currency_wrong)`)} AND value IS NULL AND NOT ${isSpecial}
    ) WHERE refusal IS NOT NULL`,
  );
  await refuseCounted(connection);
  await connection.run(
    `UPDATE rows SET reason = none.refusal FROM (
      SELECT number, arg_min(refusal, position) AS refusal FROM refused GROUP BY number HAVING count(*) = any_value(runs)
    ) none WHERE rows.rowid = none.number`,
  );
}

/** A count of unique values stands for its window alone: nothing can be added to it, and it cannot be added to anything. */
async function refuseCounted(connection: DuckDBConnection): Promise<void> {
  const counted = await allRows(connection, `SELECT 1 FROM rows WHERE aggregated = 'unique' LIMIT 1`);
  if (counted.length === 0) return;
  await connection.run(
    `INSERT INTO refused
    SELECT number, run, position, runs, 'malformed' FROM (
      SELECT r.rowid AS number, run, position, runs, aggregated,
        first_value(aggregated) OVER taken AS first, row_number() OVER taken AS place
      FROM ${placed()} ANTI JOIN refused x ON x.number = r.rowid AND x.refused_run = run
      WHERE r.reason IS NULL AND r.pool IS NULL AND aggregate = 'unique'
      WINDOW taken AS (PARTITION BY series, run, cell, meter_window ORDER BY r.rowid)
    ) WHERE place > 1 AND (aggregated IS NOT NULL OR first IS NOT NULL)`,
  );
}
