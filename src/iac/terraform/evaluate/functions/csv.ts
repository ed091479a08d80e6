import type { Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { list, object, text } from '../make.ts';

/** The rows of CSV text (RFC 4180) as a list of objects; the first row names the attributes. */
export function decodeCsv(source: string): Value {
  const [header, ...rows] = readRows(source);
  if (!header) throw new ExpressionError('the CSV text has no header row');
  if (new Set(header).size < header.length) throw new ExpressionError('two columns have the same name');
  const objects = rows.map((row) => {
    if (row.length !== header.length)
      throw new ExpressionError('a row has another number of columns than the header');
    return object(new Map(header.map((name, i) => [name, text(row[i] ?? '')])));
  });
  const columns = header.map((name) => [name, { type: 'string', optional: false }] as const);
  return list(objects, { object: new Map(columns) });
}

const FIELD = /"((?:[^"]|"")*)"(?=,|\r?\n|$)|([^",\r\n]*(?:\r(?!\n)[^",\r\n]*)*)/y;

function readRows(source: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < source.length) {
    const newline = /\r?\n/y;
    newline.lastIndex = at;
    const blank = newline.exec(source);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const { row, end } = readRow(source, at);
    rows.push(row);
    at = end;
  }
  return rows;
}

function readRow(source: string, start: number): { row: string[]; end: number } {
  const row: string[] = [];
  for (let at = start; ; at++) {
    FIELD.lastIndex = at;
    const found = FIELD.exec(source);
    if (!found) throw new ExpressionError('the CSV text is not valid');
    row.push(
      found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"').replaceAll('\r\n', '\n'),
    );
    at += found[0].length;
    if (source[at] === ',') continue;
    if (at < source.length && source[at] !== '\n' && !source.startsWith('\r\n', at)) {
      throw new ExpressionError('a quote in the CSV text stands in the wrong place');
    }
    return { row, end: at };
  }
}
