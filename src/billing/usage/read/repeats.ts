import { ByteHash } from '../../../lib/bytes/hash.ts';
import { HashSum } from '../../../lib/bytes/hash-sum.ts';
import { RepeatFilter } from '../../../lib/bytes/repeat-filter.ts';
import { CsvError, type CsvRecord, readCsv } from '../../../lib/csv/records.ts';
import { unpacked } from '../open/chunks.ts';
import { COLUMN } from '../row/columns.ts';
import { Fields } from '../row/fields.ts';
import type { UsageInput } from './built-in.ts';
import { headerOf, type Header, locate } from './csv.ts';

/** Rows below which all event ids fit into memory: then a file is read once. */
const LEAST_ROWS = 1_000_000;
/** Bytes that a row of CSV has at least, with a customer, a SKU and two instants; packed a tenth of it. */
const BYTES_A_ROW = 80;
const PACKED = 10;

/** Which event ids may be there more than once, of all that were read. */
export interface Repeats {
  readonly filter: RepeatFilter;
  readonly ids: HashSum;
}

/**
 * Reads large files of CSV for their event ids alone, to find out which of them may be there more than once: only those need to be
 * remembered when the rows are read. Null where it is not worth it. Throws UserError for a header that is not that of usage.
 */
export async function findRepeats(
  inputs: readonly UsageInput[],
  seed: number,
  leastRows = LEAST_ROWS,
): Promise<Repeats | null> {
  const rows = inputs.reduce(
    (sum, { size, format }) => sum + (size / BYTES_A_ROW) * (format.isPacked ? PACKED : 1),
    0,
  );
  if (rows < leastRows || inputs.some(({ format }) => format.rows !== 'csv')) return null;
  const repeats = { filter: new RepeatFilter(rows), ids: new HashSum() };
  const hash = new ByteHash(seed);
  for (const input of inputs) await noteIds(input, repeats, hash);
  repeats.filter.close();
  return repeats;
}

async function noteIds(
  { name, format, open }: UsageInput,
  { filter, ids }: Repeats,
  hash: ByteHash,
): Promise<void> {
  const fields = new Fields();
  let header: Header | undefined;
  const take = (record: CsvRecord) => {
    if (header === undefined) header = idAlone(headerOf(record, name));
    else if (record.problem === null && record.columns === header.width) {
      locate(record, header, fields);
      const [start = 0, end = 0] = [fields.starts[COLUMN.x_EventId], fields.ends[COLUMN.x_EventId]];
      if (start === end) return;
      const { low } = hash.of(fields.bytes, start, end);
      filter.add(low);
      ids.add(low);
    }
  };
  const hasIds = () => header === undefined || header.columns.length > 0;
  try {
    await readCsv(whileTrue(hasIds, format.isPacked ? unpacked(open(), name) : open()), take);
  } catch (error) {
    // Where rows cannot be told apart, the next reading ends too, and says so.
    if (!(error instanceof CsvError)) throw error;
  }
}

function idAlone({ width, columns }: Header): Header {
  return { width, columns: columns.filter(({ column }) => column === COLUMN.x_EventId) };
}

async function* whileTrue(
  goesOn: () => boolean,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (!goesOn()) return;
    yield piece;
  }
}
