import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** Takes the rows that a query gives, a part at a time, so that not all are in memory. Each is the same array, with other values. */
export async function eachRow(
  connection: DuckDBConnection,
  sql: string,
  take: (row: readonly DuckDBValue[]) => void,
): Promise<void> {
  for await (const part of await connection.stream(sql)) {
    const columns = part.getColumns();
    const row: DuckDBValue[] = Array<null>(columns.length).fill(null);
    for (let index = 0; index < part.rowCount; index++) {
      for (const [place, values] of columns.entries()) row[place] = values[index] ?? null;
      take(row);
    }
  }
}

/** All rows of a query with a short answer. */
export async function allRows(
  connection: DuckDBConnection,
  sql: string,
  values: string[] = [],
): Promise<readonly (readonly DuckDBValue[])[]> {
  return (await connection.runAndReadAll(sql, values)).getRows();
}
