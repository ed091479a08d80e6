import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { readCsv } from '../../../lib/csv/records.ts';
import { headerOf, type Header } from '../read/csv.ts';
import { COLUMNS, type ColumnName } from '../row/columns.ts';

const MOST = 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * The columns of a CSV file in order, null for one that is read over. Undefined where the header is not simply the first line. UserError when
 * it is not that of usage.
 */
export async function csvHeader(
  path: string,
  name: string,
): Promise<readonly (ColumnName | null)[] | undefined> {
  const line = await firstLine(path);
  if (line === undefined || line.includes(0x00)) return undefined;
  try {
    return await columnsOf(line, name);
  } catch (error) {
    // A line break in quotes: the built-in reader knows how to go on.
    if (error instanceof Error && error.name === 'CsvError') return undefined;
    throw error;
  }
}

/** The columns of a Parquet file, as those of a CSV file. UserError when they are not those of usage. */
export async function namedColumns(
  names: readonly string[],
  file: string,
): Promise<readonly (ColumnName | null)[]> {
  const line = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
  return (await columnsOf(Buffer.from(`${line}\n`), file)) ?? [];
}

async function columnsOf(line: Buffer, file: string): Promise<readonly (ColumnName | null)[] | undefined> {
  const found: Header[] = [];
  await readCsv([line], (record) => {
    found.push(headerOf(record, file));
  });
  const [header] = found;
  if (header === undefined) return undefined;
  const names: (ColumnName | null)[] = Array<null>(header.width).fill(null);
  for (const { column, place } of header.columns) names[place] = COLUMNS[column] ?? null;
  return names;
}

async function firstLine(path: string): Promise<Buffer | undefined> {
  const file = createReadStream(path);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of (path.endsWith('.gz')
      ? file.pipe(createGunzip())
      : file) as AsyncIterable<Buffer>) {
      const end = chunk.indexOf(LINE_FEED);
      chunks.push(end === -1 ? chunk : chunk.subarray(0, end + 1));
      size += chunk.length;
      if (end !== -1) return Buffer.concat(chunks);
      if (size > MOST) return undefined;
    }
  } finally {
    file.destroy();
  }
  return chunks.length === 0 ? undefined : Buffer.concat(chunks);
}
