import type { DuckDBConnection } from '@duckdb/node-api';
import type { BrokenLine } from './count-rows.ts';
import { allRows } from './rows-of.ts';

/** More broken lines than this are no usage file, and are not named one by one in memory. */
const MOST = 1_000_000;

const MESSAGES: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'The row has fewer fields than the header.',
  'TOO MANY COLUMNS': 'The row has more fields than the header.',
  'INVALID ENCODING': 'The row is not UTF-8.',
  'LINE SIZE OVER MAXIMUM': 'The row is too long.',
};

/**
 * The lines that DuckDB could not read, of files in the order of `paths`. Undefined where it is not certain where the next record begins (a
 * broken quote), or when they are too many: then the built-in reader decides.
 */
export async function brokenLines(
  connection: DuckDBConnection,
  paths: readonly string[],
): Promise<readonly BrokenLine[] | undefined> {
  const found = await allRows(
    connection,
    `SELECT s.file_path, e.line, min(CAST(e.error_type AS VARCHAR)), max(CAST(e.error_type AS VARCHAR))
    FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id) GROUP BY ALL ORDER BY 1, 2 LIMIT ${MOST + 1}`,
  );
  const lines = found.map(([path, line, first, last]) => {
    const message = first === last ? MESSAGES[String(first)] : undefined;
    return { file: paths.indexOf(String(path)), line: Number(line), message };
  });
  if (lines.length > MOST) return undefined;
  const certain = lines.flatMap(({ message, ...line }) =>
    message === undefined ? [] : [{ ...line, message }],
  );
  return certain.length < lines.length || lines.some(({ file }) => file === -1)
    ? undefined
    : certain.sort((a, b) => a.file - b.file || a.line - b.line);
}
