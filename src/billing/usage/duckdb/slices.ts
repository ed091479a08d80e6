import type { DuckDBConnection } from '@duckdb/node-api';
import type { MeteringRun } from '../aggregate/metering-run.ts';
import { allRows } from './rows-of.ts';

const DAY = 86_400_000;
/** Days of all meterings together above which rows are rather placed one by one. */
const MOST = 2_000_000;

/**
 * Writes down for each day that there are rows of which cell and window its instants lie in, by each metering; a day because a
 * join needs something that is equal. False when that would be too much.
 */
export async function writeSlices(
  connection: DuckDBConnection,
  runs: readonly MeteringRun[],
): Promise<boolean> {
  const found = await allRows(
    connection,
    `SELECT DISTINCT started // ${DAY} FROM rows WHERE reason IS NULL AND started IS NOT NULL LIMIT ${MOST}`,
  );
  const days = found.map(([day]) => Number(day));
  if (days.length * runs.length > MOST) return false;
  const appender = await connection.createAppender('slices');
  for (const run of runs) {
    for (const day of days) {
      for (let at = day * DAY; at < (day + 1) * DAY;) {
        const cell = run.cellAt(at);
        const end = run.isSum ? run.cellSpan(cell).to : run.windowEnd(at);
        const to = Math.min(end, (day + 1) * DAY);
        appender.appendInteger(run.number);
        for (const value of [day, at, to]) appender.appendBigInt(BigInt(value));
        appender.appendInteger(cell);
        appender.appendInteger(run.isSum ? 0 : run.windowAt(at));
        for (const value of [end, run.deadline(cell)]) appender.appendBigInt(BigInt(value));
        appender.endRow();
        at = to;
      }
    }
  }
  appender.closeSync();
  return true;
}
