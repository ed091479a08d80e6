import type { ColumnName } from '../row/columns.ts';
import type { Source } from './source.ts';

/** A column of the table of rows. `of`: the column of the files without which each row has `missing` in it. */
export interface RowColumn {
  readonly name: string;
  readonly type: string;
  readonly of: ColumnName | null;
  readonly missing: string;
}

const column = (name: string, type: string, of: ColumnName | null = null, missing = 'NULL'): RowColumn => ({
  ...{ name, type, of, missing },
});

/** A number: of millionths, as nearly all can be, or else two whole ones, before the point and 18 digits after it. */
const number = (name: string, of: ColumnName | null): readonly RowColumn[] =>
  ['', '_whole', '_part'].map((part) => column(`${name}${part}`, 'BIGINT', of));

/**
 * What rows are kept in: numbers and hashes, of a text only where it is rare. `odd` holds the texts of all columns for a row that is not
 * as plain as the others, until it is read.
 */
export const ROW_COLUMNS: readonly RowColumn[] = [
  column('file', 'USMALLINT'),
  column('customer', 'UBIGINT'),
  column('key', 'UBIGINT'),
  column('id', 'UBIGINT', 'x_EventId'),
  column('content', 'UBIGINT', 'x_EventId'),
  column('started', 'BIGINT'),
  column('ended', 'BIGINT'),
  column('received', 'BIGINT', 'x_ReceivedAt'),
  column('count', 'BIGINT', 'x_EventCount', '1'),
  ...number('quantity', null),
  ...number('amount', 'x_EventAmount'),
  ...number('cost', 'EffectiveCost'),
  column('value', 'UBIGINT', 'x_UniqueValue'),
  column('aggregated', 'VARCHAR', 'x_Aggregate'),
  column('tags', 'VARCHAR', 'Tags'),
  column('jurisdiction', 'VARCHAR', 'x_Jurisdiction'),
  column('pool', 'VARCHAR', 'x_Pool'),
  column('odd', 'VARCHAR[]'),
  column('reason', 'VARCHAR'),
  column('message', 'VARCHAR'),
];

/** The names of the columns that are stored for these files: what all rows have alike takes as much time to write as what differs. */
export function storedColumns(sources: readonly Source[]): ReadonlySet<string> {
  const isThere = ({ of }: RowColumn): boolean =>
    of === null || sources.some(({ columns }) => columns.has(of));
  return new Set(ROW_COLUMNS.filter(isThere).map(({ name }) => name));
}
