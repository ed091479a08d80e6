import type { DuckDBConnection } from '@duckdb/node-api';
import { type ColumnName, COLUMNS } from '../row/columns.ts';
import { LONGEST_NAME, NAMES } from '../row/row.ts';
import { CUSTOMER, KEY } from './names.ts';
import { type Source, textsOf } from './source.ts';

const number = (column: string, name: string): string =>
  `short_of(${column}) AS ${name}, whole_of(${column}) AS ${name}_whole, part_of(${column}) AS ${name}_part`;

/** A number is there and could be read. */
const read = (name: string): string => `(${name} IS NOT NULL OR ${name}_whole IS NOT NULL)`;

const PLAIN = [
  'x_Pool IS NULL',
  'started IS NOT NULL AND ended >= started',
  '(x_ReceivedAt IS NULL OR received IS NOT NULL)',
  'SubAccountId IS NOT NULL AND ConsumedUnit IS NOT NULL AND (SkuId IS NOT NULL OR x_Meter IS NOT NULL)',
  read('quantity'),
  `(EffectiveCost IS NULL OR ${read('cost')})`,
  `(x_EventAmount IS NULL OR ${read('amount')})`,
  `(x_EventCount IS NULL OR regexp_full_match(x_EventCount, '[1-9][0-9]{0,14}'))`,
  // Not IN: DuckDB would make a join of it, and rows would lose their order.
  `(x_Aggregate IS NULL OR regexp_full_match(x_Aggregate, 'sum|max|last|unique|none'))`,
  ...NAMES.map((column) => `(${column} IS NULL OR strlen(${column}) <= ${LONGEST_NAME})`),
].join(' AND ');

/** How the columns of a row are read that are not read as they are called. */
const VALUES: Readonly<Record<string, string>> = {
  id: 'CASE WHEN x_EventId IS NOT NULL THEN hash(x_EventId) END',
  count: 'CASE WHEN plain THEN COALESCE(CAST(x_EventCount AS BIGINT), 1) END',
  value: 'CASE WHEN x_UniqueValue IS NOT NULL THEN hash(x_UniqueValue) END',
  ...{ aggregated: 'x_Aggregate', tags: 'Tags', jurisdiction: 'x_Jurisdiction', pool: 'x_Pool' },
  odd: `CASE WHEN NOT plain THEN [${COLUMNS.join(', ')}] END`,
  ...{ reason: 'NULL', message: 'NULL' },
};

/**
 * Reads a file once into the table of rows, in the order of the file. Rows that are not plain keep their texts. `stored` are the columns of
 * that table that are written, `content` those of all files that tell rows apart.
 */
export async function loadRows(
  connection: DuckDBConnection,
  source: Source,
  file: number,
  stored: ReadonlySet<string>,
  content: readonly ColumnName[],
): Promise<void> {
  const values: Readonly<Record<string, string>> = {
    ...VALUES,
    ...{ file: String(file), customer: CUSTOMER, key: KEY, content: `hash(${content.join(', ')})` },
  };
  const names = [...stored];
  await connection.run(
    `INSERT INTO rows (${names.join(', ')})
    SELECT ${names.map((name) => values[name] ?? name).join(', ')}
    FROM (SELECT *, COALESCE(${PLAIN}, false) AS plain FROM (
      SELECT *, instant_of(ChargePeriodStart) AS started, instant_of(ChargePeriodEnd) AS ended,
        instant_of(x_ReceivedAt) AS received,
        ${number('ConsumedQuantity', 'quantity')}, ${number('x_EventAmount', 'amount')}, ${number('EffectiveCost', 'cost')}
      FROM (${textsOf(source)})))`,
    [source.path],
  );
}

/** What makes two rows of one event id different, of the columns that a file has: a repetition is received later. */
export function contentOf(sources: readonly Source[]): readonly ColumnName[] {
  return COLUMNS.filter(
    (column) =>
      column !== 'x_EventId' &&
      column !== 'x_ReceivedAt' &&
      sources.some(({ columns }) => columns.has(column)),
  );
}
