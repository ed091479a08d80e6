import type { Table } from '../report/document.ts';
import type { Paint } from './ansi.ts';
import { columnsOf, squeeze } from './width.ts';
import { painted, type Piece, pieces, textOf } from './write.ts';

const GAP = 2;

/** Narrowest that a column is made to fit the width. */
const NARROW = 12;

/** The table as aligned, painted lines; columns that are too wide together give way, the widest first. */
export function tableLines(table: Table, width: number, look: Paint): string[] {
  const rows = [...table.rows, ...(table.total === undefined ? [] : [table.total])].map((row) =>
    row.map((cell) => pieces(cell, look)),
  );
  const widths = fitWidths(
    table.columns.map((column, index) =>
      Math.max(columnsOf(column.title), ...rows.map((row) => columnsOf(textOf(row[index] ?? [])))),
    ),
    width,
  );
  const head = table.columns.map((column): Piece[] => [
    { text: column.title, paint: (text) => look.tone(text, 'muted') },
  ]);
  return [head, ...rows].map((row) => line(row, widths, table.columns));
}

function line(
  row: readonly (readonly Piece[])[],
  widths: readonly number[],
  columns: Table['columns'],
): string {
  const cells = widths.map((width, index) => {
    const fitted = fitPieces(row[index] ?? [], width);
    const pad = ' '.repeat(Math.max(0, width - columnsOf(textOf(fitted))));
    return columns[index]?.align === 'right' ? pad + painted(fitted) : painted(fitted) + pad;
  });
  return cells.join(' '.repeat(GAP)).trimEnd();
}

/** A cell that is too wide loses its middle and keeps the paint of its first piece. */
function fitPieces(parts: readonly Piece[], width: number): readonly Piece[] {
  const text = textOf(parts);
  const [first] = parts;
  if (first === undefined || columnsOf(text) <= width) return parts;
  return [{ text: squeeze(text, width), paint: first.paint }];
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
