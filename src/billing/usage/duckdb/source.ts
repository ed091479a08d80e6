import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../../../lib/errors.ts';
import { type ColumnName, COLUMNS } from '../row/columns.ts';
import { csvHeader, namedColumns } from './header.ts';
import { allRows } from './rows-of.ts';

/** A file to read: to open, to show, and how it is written. */
export interface UsageSource {
  readonly path: string;
  readonly name: string;
  readonly format: 'csv' | 'parquet';
}

/** A usage file as a query reads it: all columns as text, NULL where there is no value. */
export interface Source {
  /** To open, and to show. */
  readonly path: string;
  readonly name: string;
  /** A table function; its one parameter is the path. */
  readonly table: string;
  /** What gives the text of a column. Columns that are not in here the file does not have. */
  readonly columns: ReadonlyMap<ColumnName, string>;
}

/** Bytes of one record of CSV: as the built-in reader has it. */
const LONGEST_RECORD = 1024 * 1024;

/** A query for the text of all columns of a file, by their names. */
export function textsOf({ table, columns }: Source): string {
  const listed = COLUMNS.map((column) => `${columns.get(column) ?? 'CAST(NULL AS VARCHAR)'} AS ${column}`);
  return `SELECT ${listed.join(', ')} FROM ${table}`;
}

/** A CSV file whose columns are these, in order; of those that are read over there is no name. */
export function csvSource(path: string, name: string, header: readonly (ColumnName | null)[]): Source {
  const columns = header.map((_, index) => `c${index}: 'VARCHAR'`).join(', ');
  return {
    ...{ path, name },
    table: `read_csv(?, columns = {${columns}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
      strict_mode = true, max_line_size = ${LONGEST_RECORD}, nullstr = ['', 'NULL'], store_rejects = true, rejects_limit = 0)`,
    columns: new Map(
      header.flatMap((column, index) => (column === null ? [] : [[column, `c${index}`] as const])),
    ),
  };
}

/** A Parquet file with these columns and their types in DuckDB. */
export function parquetSource(
  path: string,
  name: string,
  header: readonly { readonly column: ColumnName; readonly type: string }[],
): Source {
  return {
    ...{ path, name },
    table: 'read_parquet(?)',
    columns: new Map(header.map(({ column, type }) => [column, asText(column, type)])),
  };
}

/** How queries read the files; undefined where a header is not simply the first line. UserError when one is not that of usage. */
export async function sourcesOf(
  connection: DuckDBConnection,
  files: readonly UsageSource[],
): Promise<readonly Source[] | undefined> {
  const sources: Source[] = [];
  for (const { path, name, format } of files) {
    if (format === 'parquet')
      sources.push(parquetSource(path, name, await parquetHeader(connection, path, name)));
    else {
      const header = await csvHeader(path, name);
      if (header === undefined) return undefined;
      sources.push(csvSource(path, name, header));
    }
  }
  return sources;
}

async function parquetHeader(
  connection: DuckDBConnection,
  path: string,
  name: string,
): Promise<readonly { readonly column: ColumnName; readonly type: string }[]> {
  const found = await allRows(
    connection,
    'SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))',
    [path],
  ).catch((error: unknown) => {
    throw new UserError(`${name} cannot be read as Parquet.`, { place: { file: name }, cause: error });
  });
  const columns = await namedColumns(
    found.map(([column]) => String(column)),
    name,
  );
  return columns.flatMap((column, index) =>
    column === null ? [] : [{ column, type: String(found[index]?.[1]) }],
  );
}

/** Instants in UTC, maps as JSON; a binary fraction that 15 digits do not hold is no text of a number. */
function asText(column: ColumnName, type: string): string {
  const text = `CAST(${column} AS VARCHAR)`;
  if (type === 'TIMESTAMP WITH TIME ZONE') return `CAST(${column} AT TIME ZONE 'UTC' AS VARCHAR)`;
  if (/^(MAP|STRUCT)/.test(type)) return `CAST(to_json(${column}) AS VARCHAR)`;
  if (type === 'DOUBLE' || type === 'FLOAT')
    return `CASE WHEN length(regexp_replace(${text}, '[^0-9]|e.*', '', 'g')) <= 15 THEN ${text} ELSE 'inexact ' || ${text} END`;
  return `NULLIF(NULLIF(${text}, ''), 'NULL')`;
}
