import type { ColumnName } from '../row/columns.ts';
import { COLUMN } from '../row/columns.ts';
import type { Fields } from '../row/fields.ts';

/** Sets the texts of some columns, and empties all others. */
export function setTexts(
  fields: Fields,
  columns: readonly ColumnName[],
  texts: readonly (string | null | undefined)[],
): void {
  fields.clear();
  fields.bytes = Buffer.from(texts.map((text) => text ?? '').join(''));
  let at = 0;
  columns.forEach((column, index) => {
    fields.starts[COLUMN[column]] = at;
    at += Buffer.byteLength(texts[index] ?? '');
    fields.ends[COLUMN[column]] = at;
  });
}
