import { CsvError, type CsvRecord, readCsv } from '../../../lib/csv/records.ts';
import { UserError } from '../../../lib/errors.ts';
import { nearest } from '../../../lib/nearest.ts';
import { columnNumber, KNOWN_NAMES, REQUIRED } from '../row/columns.ts';
import { Fields } from '../row/fields.ts';
import { malformed } from '../row/row.ts';
import type { UsageReader } from './usage-reader.ts';

const QUOTE = 0x22;

/** The columns of a file that are read: number of the column, and its place in a record. */
export interface Header {
  readonly width: number;
  readonly columns: readonly { readonly column: number; readonly place: number }[];
}

/** Reads usage in CSV. Throws UserError when the header is not that of usage, and where rows can no longer be told apart. */
export async function readUsageCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
  reader: UsageReader,
): Promise<void> {
  const fields = new Fields();
  let header: Header | undefined;
  const take = (record: CsvRecord) => {
    if (header === undefined) {
      header = headerOf(record, file);
      fields.present = header.columns.map(({ column }) => column);
    } else if (record.problem !== null)
      reader.tally.reject(malformed(`The row ${record.problem}.`), file, record.line);
    else if (record.columns !== header.width)
      reader.tally.reject(malformed(ragged(record.columns, header.width)), file, record.line);
    else {
      locate(record, header, fields);
      reader.take(fields, file, record.line);
    }
  };
  try {
    await readCsv(chunks, take);
  } catch (error) {
    if (error instanceof CsvError) throw untold(error, file);
    throw error;
  }
  if (header === undefined) throw new UserError(`${file} is empty.`, { place: { file, line: 1 } });
}

/** Notes where the values of a record's columns lie, without their quotes. */
export function locate(record: CsvRecord, { columns }: Header, fields: Fields): void {
  const { bytes, starts, ends } = record;
  fields.bytes = bytes;
  for (const { column, place } of columns) {
    let start = starts[place] ?? 0;
    let end = ends[place] ?? 0;
    if (bytes[start] === QUOTE) {
      start++;
      end = unescaped(bytes, start, end - 1);
    }
    fields.starts[column] = start;
    fields.ends[column] = isNull(bytes, start, end) ? start : end;
  }
}

/** Makes doubled quotes single ones, in place: a record is read once. Comes back with the end of what is left. */
function unescaped(bytes: Buffer, start: number, end: number): number {
  let to = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    bytes[to++] = byte;
    if (byte === QUOTE) at++;
  }
  return to;
}

/** FOCUS exports say NULL for no value. */
function isNull(bytes: Buffer, start: number, end: number): boolean {
  return (
    end - start === 4 &&
    bytes[start] === 0x4e &&
    bytes[start + 1] === 0x55 &&
    bytes[start + 2] === 0x4c &&
    bytes[start + 3] === 0x4c
  );
}

export function headerOf(record: CsvRecord, file: string): Header {
  const place = { file, line: record.line };
  if (record.problem !== null) throw new UserError(`The header of ${file} ${record.problem}.`, { place });
  const columns: { column: number; place: number }[] = [];
  const names = new Set<string>();
  for (let number = 0; number < record.columns; number++) {
    const name = record.text(number);
    if (names.has(name)) throw new UserError(`The column ${JSON.stringify(name)} is there twice.`, { place });
    names.add(name);
    const column = columnNumber(name);
    if (column === 'unknown') throw new UserError(unknownColumn(name), { place, hint: columnHint(name) });
    if (column >= 0) columns.push({ column, place: number });
  }
  needColumns(names, place);
  return { width: record.columns, columns };
}

function needColumns(names: ReadonlySet<string>, place: { file: string; line: number }): void {
  const missing: string[] = REQUIRED.filter((name) => !names.has(name));
  if (!names.has('SkuId') && !names.has('x_Meter')) missing.push('SkuId (or x_Meter)');
  if (missing.length === 0) return;
  const hint =
    'See "Columns" in docs/billing-usage.md: names are those of FOCUS, and upper and lower case count.';
  throw new UserError(`The usage has no column ${missing.join(', ')}.`, { place, hint });
}

/** What is wrong with a column of this name. */
export function unknownColumn(name: string): string {
  return `${JSON.stringify(name.slice(0, 60))} is no column of usage.`;
}

/** What to do about a column of this name. */
export function columnHint(name: string): string {
  const near = nearest(name, KNOWN_NAMES);
  const guess = near === undefined ? '' : `Did you mean ${near}? `;
  return `${guess}Columns of one's own begin with x_.`;
}

function ragged(columns: number, width: number): string {
  return `The row has ${columns} ${columns === 1 ? 'field' : 'fields'}, and the header ${width}.`;
}

function untold({ message, line }: CsvError, file: string): UserError {
  return new UserError(`The row ${message}: where the next row begins cannot be told.`, {
    place: { file, line },
    hint: 'Write quotes within a field twice, and close those that open it. Nothing of the usage was rated.',
  });
}
