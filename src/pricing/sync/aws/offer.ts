import { CsvError, type CsvRecord, readCsv, type TakeRecord } from '../../../lib/csv/records.ts';
import { ListProblem } from '../port.ts';
import { fieldName } from './field-name.ts';

/** Columns without which a list cannot be understood, by their names in the JSON form. Some lists have no `Product Family`. */
const NEEDED = [
  'sku',
  'termtype',
  'effectivedate',
  'startingrange',
  'unit',
  'priceperunit',
  'currency',
  'usagetype',
] as const;

/** Records that may stand before the header: five in 2026. */
const MOST_METADATA = 20;

/** Reads texts of a record by the names of fields; empty for a column that the list does not have. */
export type ReadField = (name: string) => string;

/**
 * Reads an offer file in CSV: a few records of metadata, a header, one record a rate. Calls `take` for each rate. Columns go
 * by their names, since each offer has others. Throws ListProblem when the header is not there, lacks a column of `fields`
 * or of those that each list has, and when a record has fewer or more columns than it.
 */
export async function readOffer(
  chunks: AsyncIterable<Uint8Array>,
  fields: Iterable<string>,
  take: (read: ReadField) => void,
): Promise<void> {
  const columns = new Map<string, number>();
  const current: { record?: CsvRecord } = {};
  const read: ReadField = (name) => {
    const column = columns.get(name);
    return column === undefined ? '' : (current.record?.text(column) ?? '');
  };
  let metadata = 0;
  await readRecords(chunks, (record) => {
    current.record = record;
    if (columns.size > 0) {
      if (record.columns !== columns.size) throw changed('a record that does not fit its header');
      take(read);
    } else if (record.text(0) === 'SKU') nameColumns(record, fields, columns);
    else if (++metadata > MOST_METADATA) throw changed('no header');
  });
  if (columns.size === 0) throw changed('no header');
}

/** The records of a list, none of which may be broken: a list that has one is not taken. */
async function readRecords(chunks: AsyncIterable<Uint8Array>, take: TakeRecord): Promise<void> {
  try {
    await readCsv(chunks, (record) => {
      if (record.problem !== null) throw changed(`a record that ${record.problem} (line ${record.line})`);
      take(record);
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw changed(`a record that ${error.message} (line ${error.line})`);
  }
}

function nameColumns(header: CsvRecord, fields: Iterable<string>, columns: Map<string, number>): void {
  for (let column = 0; column < header.columns; column++) {
    const name = fieldName(header.text(column));
    if (columns.has(name)) throw changed(`two columns "${header.text(column)}"`);
    columns.set(name, column);
  }
  const missing = [...NEEDED, ...fields].filter((name) => !columns.has(name));
  if (missing.length > 0) throw changed(`no column for ${[...new Set(missing)].join(', ')}`);
}

function changed(what: string): ListProblem {
  return new ListProblem(`The list has ${what}: its form may have changed.`);
}
