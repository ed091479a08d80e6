import { Interner } from '../../../lib/bytes/interner.ts';
import { COLUMN, columnNumber, COLUMNS } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';
import { columnHint, unknownColumn } from './csv.ts';
import { JsonObjectReader, type JsonValue } from './json-object.ts';

/** Digits that every reader of JSON keeps of a number. */
const MOST_DIGITS = 15;
const MOST_NAMES = 10_000;

/** Reads the members of an object as the columns of a row. */
export class JsonRow {
  readonly #object = new JsonObjectReader();
  /** Names of columns that were met, and their numbers. */
  readonly #names = new Interner(0);
  readonly #numbers: (number | 'unknown')[] = [];
  readonly #given = new Uint8Array(COLUMNS.length);

  /** Notes where the columns of a line lie. Comes back with why it is no row, as a sentence; null when it is one. */
  read(bytes: Buffer, start: number, end: number, fields: Fields): string | null {
    const object = this.#object;
    fields.clear();
    fields.bytes = bytes;
    this.#given.fill(0);
    if (!object.begin(bytes, start, end)) return 'The line is no JSON object.';
    for (;;) {
      const step = object.next();
      if (step === 'end') return null;
      const problem = step === 'broken' ? 'The line is no whole JSON object.' : this.#member(bytes, fields);
      if (problem !== null) return problem;
    }
  }

  #member(bytes: Buffer, fields: Fields): string | null {
    const { key, value } = this.#object;
    const column = this.#columnOf(bytes, key);
    if (column === -1) return null;
    if (column === 'unknown') {
      const name = this.#object.textOf(key) ?? '';
      return `${unknownColumn(name)} ${columnHint(name)}`;
    }
    if (this.#given[column] === 1) return `${COLUMNS[column] ?? ''} is there twice.`;
    this.#given[column] = 1;
    return this.#place(bytes, fields, column, value);
  }

  #columnOf(bytes: Buffer, key: JsonValue): number | 'unknown' {
    if (key.isEscaped || this.#numbers.length === MOST_NAMES)
      return columnNumber(this.#object.textOf(key) ?? '');
    const name = this.#names.number(bytes, key.start, key.end);
    if (name === this.#numbers.length) this.#numbers.push(columnNumber(this.#names.text(name)));
    return this.#numbers[name] ?? 'unknown';
  }

  #place(bytes: Buffer, fields: Fields, column: number, value: JsonValue): string | null {
    const name = COLUMNS[column] ?? '';
    const isTags = column === COLUMN.Tags;
    if (value.kind === 'nested' && !isTags) return `${name} is no text and no number.`;
    if (value.kind === 'literal') {
      const isNull = bytes[value.start] === 0x6e;
      return isNull ? null : `${name} is no text and no number.`;
    }
    if (value.kind === 'number' && digitsOf(bytes, value) > MOST_DIGITS)
      return `${name} is a number of more than ${MOST_DIGITS} digits: write it in quotes, since readers of JSON round it.`;
    fields.starts[column] = value.start;
    fields.ends[column] = value.end;
    return value.isEscaped ? this.#unescape(bytes, fields, column, value) : null;
  }

  /** Writes a text without its escapes where it stands: it has fewer bytes than with them. */
  #unescape(bytes: Buffer, fields: Fields, column: number, value: JsonValue): string | null {
    const text = this.#object.textOf(value);
    if (text === undefined || !text.isWellFormed())
      return `${COLUMNS[column] ?? ''} has an escape that is none.`;
    fields.ends[column] = value.start + bytes.write(text, value.start);
    return null;
  }
}

/** Significant digits: without zeros in front. */
function digitsOf(bytes: Buffer, { start, end }: JsonValue): number {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x65 || byte === 0x45) return digits;
    if (byte >= 0x31 && byte <= 0x39) digits++;
    else if (byte === 0x30 && digits > 0) digits++;
  }
  return digits;
}
