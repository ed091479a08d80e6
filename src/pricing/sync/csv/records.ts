import { ListProblem } from '../port.ts';

/** Bytes of one record, and columns, above which a file is no price list. */
const LONGEST_RECORD = 1024 * 1024;
const MOST_COLUMNS = 1000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** One record. Fields are made texts when they are asked for: of a hundred columns a rule reads a dozen. */
export interface CsvRecord {
  readonly columns: number;
  /** The field of a column, without its quotes; empty for one that the record does not have. */
  text(column: number): string;
}

/** Receives the records of a file in order. A record holds only until the next one. */
export type TakeRecord = (record: CsvRecord) => void;

/**
 * Splits CSV (RFC 4180) that arrives in pieces, such as a list of 450 MB, and keeps no more of it than one record. Throws
 * ListProblem for a record that is too long and for a file that ends within quotes.
 */
export async function readCsv(chunks: AsyncIterable<Uint8Array>, take: TakeRecord): Promise<void> {
  const splitter = new Splitter(take);
  // One piece of memory for all chunks: a new one each would be garbage that nobody hurries to collect.
  let buffer = Buffer.allocUnsafe(256 * 1024);
  let used = 0;
  for await (const chunk of chunks) {
    if (used + chunk.length >= buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (used + chunk.length));
      buffer.copy(larger, 0, 0, used);
      buffer = larger;
    }
    buffer.set(chunk, used);
    used += chunk.length;
    const taken = splitter.split(buffer.subarray(0, used));
    buffer.copyWithin(0, taken, used);
    used -= taken;
    if (used > LONGEST_RECORD) throw new ListProblem('A record of the list is too long.');
  }
  // The last record may have no line break.
  buffer[used++] = LINE_FEED;
  if (used > 1 && splitter.split(buffer.subarray(0, used)) === 0) {
    throw new ListProblem('The list ends within a record.');
  }
}

class Splitter implements CsvRecord {
  columns = 0;
  readonly #take: TakeRecord;
  #bytes: Buffer = Buffer.alloc(0);
  readonly #starts = new Int32Array(MOST_COLUMNS);
  readonly #ends = new Int32Array(MOST_COLUMNS);

  constructor(take: TakeRecord) {
    this.#take = take;
  }

  /** Takes all whole records of these bytes. Comes back with where the first record begins that is not whole. */
  split(bytes: Buffer): number {
    this.#bytes = bytes;
    let start = 0;
    for (let next = this.#recordEnd(0); next !== -1; next = this.#recordEnd(start)) {
      // An empty line is no record.
      const isEmpty = this.columns === 1 && this.#starts[0] === this.#ends[0];
      if (!isEmpty) this.#take(this);
      start = next;
    }
    return start;
  }

  text(column: number): string {
    if (column >= this.columns) return '';
    const [start = 0, end = 0] = [this.#starts[column], this.#ends[column]];
    if (this.#bytes[start] !== QUOTE) return this.#bytes.toString('utf8', start, end);
    const inside = this.#bytes.toString('utf8', start + 1, end - 1);
    return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
  }

  /** Notes where the fields of the record at `start` lie. Comes back with where the next one begins; -1: it is not whole. */
  #recordEnd(start: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let column = 0;
    let from = start;
    let isQuoted = false;
    for (let at = start; at < length; at++) {
      const byte = bytes[at];
      // A doubled quote ends the quotes and opens them again, which comes to the same.
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (!isQuoted && (byte === COMMA || byte === LINE_FEED)) {
        if (column >= MOST_COLUMNS) throw new ListProblem('A record of the list has too many columns.');
        this.#starts[column] = from;
        this.#ends[column++] = byte === LINE_FEED && at > from && bytes[at - 1] === RETURN ? at - 1 : at;
        from = at + 1;
        if (byte === LINE_FEED) {
          this.columns = column;
          return from;
        }
      }
    }
    return -1;
  }
}
