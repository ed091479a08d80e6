import type { Column, Table } from '../report/document.ts';
import { plain } from '../plain.ts';
import type { Paint } from './ansi.ts';
import { columnsOf } from './width.ts';
import { breakLines } from './wrap.ts';
import { painted, type Piece, pieces, textOf } from './write.ts';

const GAP = 2;

/** Narrowest that a column of text is made to fit the width. */
const NARROW = 14;
/** Narrowest where even that is too wide. */
const NARROWEST = 8;

type Cells = readonly (readonly Piece[])[];

/**
 * The table as aligned, painted lines. Columns that are too wide together give way: their cells break at spaces,
 * and long words within. A number never breaks, and nothing does in a column of amounts.
 */
export function tableLines(table: Table, width: number, look: Paint): string[] {
  const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])].map((row) =>
    row.map((cell) => pieces(cell, look)),
  );
  const head = table.columns.map((column): Piece[] => [
    { text: plain(column.title), paint: (text) => look.tone(text, 'muted') },
  ]);
  // Columns without titles have no line for them.
  const all: Cells[] = head.some((title) => textOf(title) !== '') ? [head, ...rows] : rows;
  const widest = (measure: (text: string) => number): number[] =>
    table.columns.map((_, index) =>
      all.reduce((most, row) => Math.max(most, measure(textOf(row[index] ?? []))), 0),
    );
  const wanted = { whole: widest(columnsOf), word: widest(longestWord), number: widest(longestNumber) };
  const widths = fitWidths(table.columns, wanted, width);
  return all.flatMap((row) => rowLines(row, widths, table.columns));
}

function rowLines(row: Cells, widths: readonly number[], columns: readonly Column[]): string[] {
  const cells = widths.map((width, index) => breakLines(row[index] ?? [], width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    widths
      .map((width, index) => aligned(cells[index]?.[at] ?? [], width, columns[index]?.align))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function aligned(line: readonly Piece[], width: number, align: Column['align']): string {
  const pad = ' '.repeat(Math.max(0, width - columnsOf(textOf(line))));
  return align === 'right' ? pad + painted(line) : painted(line) + pad;
}

/**
 * Widths that fit together. First columns of several words give way, down to their longest word, because they
 * can break; only then long words do.
 */
function fitWidths(
  columns: readonly Column[],
  wanted: Readonly<Record<'whole' | 'word' | 'number', readonly number[]>>,
  width: number,
): number[] {
  const widths = [...wanted.whole];
  const shrink = (least: (index: number) => number): void => {
    while (widths.reduce((total, one) => total + one + GAP, -GAP) > width) {
      const open = widths.map((one, index) => (one > least(index) ? one : 0));
      const widest = open.indexOf(Math.max(...open));
      if ((open[widest] ?? 0) === 0) return;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  };
  const word = (index: number): number => wanted.word[index] ?? 0;
  const floor = (narrow: number) => (index: number) =>
    columns[index]?.align === 'right' ? word(index) : Math.max(narrow, wanted.number[index] ?? 0);
  shrink((index) => Math.max(word(index), floor(NARROW)(index)));
  shrink(floor(NARROW));
  shrink(floor(NARROWEST));
  return widths;
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(columnsOf));
}

/** Of a number broken over two lines each part reads as another one. One that is longer than any is no number. */
function longestNumber(text: string): number {
  const numbers = text.split(' ').filter((word) => /^[-+(]*[\d.,]{1,24}[%),]*$/.test(word));
  return Math.max(0, ...numbers.map(columnsOf));
}
