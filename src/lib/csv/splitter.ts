import { isUtf8 } from 'node:buffer';

/** Bytes of one record, and columns, above which nobody means a table. */
export const LONGEST_RECORD = 1024 * 1024;
const MOST_COLUMNS = 1000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const MARK = [0xef, 0xbb, 0xbf];

/** Where the end of a record cannot be told. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** One record. Fields are made texts when they are asked for: of a hundred columns a rule reads a dozen. */
export interface CsvRecord {
  /** The line that it begins in, from 1. */
  readonly line: number;
  readonly columns: number;
  /** Why it is no record of RFC 4180 in UTF-8, as the end of a sentence; null when it is one. */
  readonly problem: string | null;
  /** Its fields lie in here, from `starts` to `ends`, with their quotes. */
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The field of a column, without its quotes; empty for one that the record does not have. */
  text(column: number): string;
}

/** Takes records apart: no byte is looked at twice but of the one that the next piece completes. */
export class Splitter implements CsvRecord {
  line = 1;
  columns = 0;
  problem: string | null = null;
  bytes: Buffer = Buffer.alloc(0);
  readonly starts = new Int32Array(MOST_COLUMNS);
  readonly ends = new Int32Array(MOST_COLUMNS);
  readonly #take: (record: CsvRecord) => void;
  #isFirst = true;
  #isSkipping = false;
  /** Line breaks within the quotes of this record. */
  #breaks = 0;
  #isOpen = false;
  #high = 0;

  constructor(take: (record: CsvRecord) => void) {
    this.#take = take;
  }

  /** Takes all whole records of these bytes. Comes back with where the first record begins that is not whole. */
  split(bytes: Buffer): number {
    this.bytes = bytes;
    let start = this.#isSkipping ? this.#skip() : 0;
    if (this.#isFirst && bytes.length > MARK.length) {
      this.#isFirst = false;
      if (MARK.every((byte, index) => bytes[index] === byte)) start = MARK.length;
    }
    for (let next = this.#recordEnd(start); next !== -1; next = this.#recordEnd(start)) {
      // An empty line is no record.
      const isEmpty = this.columns === 1 && this.starts[0] === this.ends[0];
      if (!isEmpty) this.#give(start, next);
      this.line += 1 + this.#breaks;
      start = next;
    }
    return start;
  }

  /** Gives up a record that is too long, up to its line's end. Comes back with how many bytes are still of use. */
  cutShort(bytes: Buffer): number {
    this.bytes = bytes;
    if (this.#isOpen) throw this.unended();
    this.problem = `is longer than ${LONGEST_RECORD} bytes`;
    this.columns = 0;
    this.#take(this);
    this.#isSkipping = true;
    return 0;
  }

  /** The error for quotes that did not end. */
  unended(): CsvError {
    return new CsvError('opens quotes that do not end', this.line);
  }

  text(column: number): string {
    if (column >= this.columns) return '';
    const [start = 0, end = 0] = [this.starts[column], this.ends[column]];
    if (this.bytes[start] !== QUOTE) return this.bytes.toString('utf8', start, end);
    const inside = this.bytes.toString('utf8', start + 1, end - 1);
    return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
  }

  #skip(): number {
    const end = this.bytes.indexOf(LINE_FEED);
    if (end === -1) return this.bytes.length;
    this.#isSkipping = false;
    this.line++;
    return end + 1;
  }

  #give(start: number, end: number): void {
    if (end - start > LONGEST_RECORD) this.problem ??= `is longer than ${LONGEST_RECORD} bytes`;
    if (this.#high >= 0x80 && !isUtf8(this.bytes.subarray(start, end))) this.problem ??= 'is not UTF-8';
    this.#take(this);
  }

  /** Notes where the fields of the record at `start` lie. Comes back with where the next one begins; -1: it is not whole. */
  #recordEnd(start: number): number {
    const { bytes } = this;
    this.columns = this.#breaks = this.#high = 0;
    this.problem = null;
    for (let from = start; ;) {
      const at = bytes[from] === QUOTE ? this.#quotedEnd(from, start) : this.#plainEnd(from);
      if (at === -1) return -1;
      const isLast = bytes[at] === LINE_FEED;
      if (this.columns < MOST_COLUMNS) {
        this.starts[this.columns] = from;
        this.ends[this.columns++] = isLast && at > from && bytes[at - 1] === RETURN ? at - 1 : at;
      } else this.problem = `has more than ${MOST_COLUMNS} columns`;
      from = at + 1;
      if (isLast) return from;
    }
  }

  /** The comma or line break after a field without quotes; -1: it is not there yet. */
  #plainEnd(from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let high = this.#high;
    for (let at = from; at < length; at++) {
      const byte = bytes[at] ?? 0;
      high |= byte;
      if (byte > COMMA) continue;
      if (byte === COMMA || byte === LINE_FEED) {
        this.#high = high;
        return at;
      }
      if (byte === QUOTE) this.problem ??= 'has quotes within a field without quotes';
      else if (byte === 0) this.problem ??= 'holds a NUL byte';
    }
    this.#isOpen = false;
    return -1;
  }

  /** The same after a field in quotes. */
  #quotedEnd(from: number, start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    this.#isOpen = true;
    for (let at = from + 1; at < length; at++) {
      const byte = bytes[at] ?? 0;
      this.#high |= byte;
      if (byte === LINE_FEED) this.#breaks++;
      else if (byte === 0) this.problem ??= 'holds a NUL byte';
      if (byte !== QUOTE) continue;
      if (at + 2 >= length && bytes[at + 1] !== LINE_FEED) return -1;
      const next = bytes[at + 1];
      if (next === QUOTE) at++;
      else if (next === COMMA || next === LINE_FEED) return at + 1;
      else if (next === RETURN && bytes[at + 2] === LINE_FEED) return at + 2;
      else return this.#broken(at, start);
    }
    return -1;
  }

  /**
   * The end of a line whose quotes end in the middle of a field. It is certain only where the record is one line with as many
   * quotes that open as quotes that close; otherwise no reader knows where the next record begins.
   */
  #broken(at: number, start: number): number {
    const { bytes } = this;
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1 && bytes.length - start < LONGEST_RECORD) {
      this.#isOpen = false;
      return -1;
    }
    let quotes = 0;
    for (let each = start; each < end; each++) if (bytes[each] === QUOTE) quotes++;
    if (end === -1 || this.#breaks > 0 || quotes % 2 === 1)
      throw new CsvError('ends its quotes in the middle of a field', this.line);
    this.problem ??= 'ends its quotes in the middle of a field';
    return end;
  }
}
