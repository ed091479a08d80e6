import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** Takes the rows that a query gives, a part at a time, so that not all are in memory. */
export async function eachRow(
  connection: DuckDBConnection,
  sql: string,
  take: (row: readonly DuckDBValue[]) => void,
): Promise<void> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRows()) rows.forEach(take);
}

/** All rows of a query with a short answer. */
export async function allRows(
  connection: DuckDBConnection,
  sql: string,
  values: string[] = [],
): Promise<readonly (readonly DuckDBValue[])[]> {
  return (await connection.runAndReadAll(sql, values)).getRows();
}
