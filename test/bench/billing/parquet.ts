import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** Turns a CSV file into Parquet, all columns as text, and removes it. Comes back with the Parquet file. */
export async function toParquet(csv: string, parquet: string): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  await connection.run(
    `COPY (FROM read_csv(${quoted(csv)}, all_varchar = true, header = true, nullstr = '')) TO ${quoted(parquet)} (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  rmSync(csv);
  return parquet;
}
