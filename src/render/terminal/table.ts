import type { Column, Table } from '../report/document.ts';
import type { Paint } from './ansi.ts';
import { columnsOf, squeeze } from './width.ts';
import { breakLines } from './wrap.ts';
import { painted, type Piece, pieces, textOf } from './write.ts';

const GAP = 2;

/** Narrowest that a column is made to fit the width: an amount must stay whole. */
const NARROW = 14;

type Cells = readonly (readonly Piece[])[];

/**
 * The table as aligned, painted lines. Columns that are too wide together give way, the widest first: their cells
 * break at spaces, and a word that is still too long loses its middle.
 */
export function tableLines(table: Table, width: number, look: Paint): string[] {
  const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])].map((row) =>
    row.map((cell) => pieces(cell, look)),
  );
  const head = table.columns.map((column): Piece[] => [
    { text: column.title, paint: (text) => look.tone(text, 'muted') },
  ]);
  const all: Cells[] = [head, ...rows];
  const wanted = table.columns.map((_, index) =>
    Math.max(...all.map((row) => columnsOf(textOf(row[index] ?? [])))),
  );
  const widths = fitWidths(wanted, width);
  return all.flatMap((row) => rowLines(row, widths, table.columns));
}

function rowLines(row: Cells, widths: readonly number[], columns: readonly Column[]): string[] {
  const cells = widths.map((width, index) => breakLines(squeezed(row[index] ?? [], width), width));
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

function squeezed(parts: readonly Piece[], width: number): Piece[] {
  return parts.map((part) => ({
    ...part,
    text: part.text.replace(/[^ ]+/g, (word) => squeeze(word, width)),
  }));
}

function fitWidths(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  let over = widths.reduce((total, one) => total + one + GAP, -GAP) - width;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const size = widths[widest] ?? 0;
    if (size <= NARROW) break;
    widths[widest] = size - 1;
    over--;
  }
  return widths;
}
