import type { DuckDBConnection } from '@duckdb/node-api';
import { COLUMNS } from '../row/columns.ts';
import type { Source } from './source.ts';

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
].join(' AND ');

/** Reads a file once into the table of rows, in the order of the file. Rows that are not plain keep their texts. */
export async function loadRows(connection: DuckDBConnection, source: Source, file: number): Promise<void> {
  await connection.run(
    `INSERT INTO rows
    SELECT ${file}, ${COMBINATION}, CASE WHEN x_EventId IS NOT NULL THEN hash(x_EventId) END, hash(${CONTENT.join(', ')}),
      started, ended, received, CASE WHEN plain THEN COALESCE(CAST(x_EventCount AS BIGINT), 1) END,
      quantity, quantity_whole, quantity_part, amount, amount_whole, amount_part, cost, cost_whole, cost_part,
      CASE WHEN x_UniqueValue IS NOT NULL THEN hash(x_UniqueValue) END, x_Aggregate, Tags, x_Jurisdiction, x_Pool,
      CASE WHEN NOT plain THEN [${COLUMNS.join(', ')}] END, NULL, NULL
    FROM (SELECT *, COALESCE(${PLAIN}, false) AS plain FROM (
      SELECT *, instant_of(ChargePeriodStart) AS started, instant_of(ChargePeriodEnd) AS ended,
        instant_of(x_ReceivedAt) AS received,
        ${number('ConsumedQuantity', 'quantity')}, ${number('x_EventAmount', 'amount')}, ${number('EffectiveCost', 'cost')}
      FROM (${texts(source)})))`,
    [source.path],
  );
}

/** Reads a file once more for the texts that rows have only a hash of: who used what, each combination once. */
export async function loadCombinations(
  connection: DuckDBConnection,
  sources: readonly Source[],
): Promise<void> {
  for (const source of sources)
    await connection.run(
      `INSERT INTO combinations SELECT DISTINCT ${COMBINATION}, ${PARTS} FROM (${texts(source)})`,
      [source.path],
    );
}

/** What makes two rows of one event id different: a repetition is received later. */
const CONTENT = COLUMNS.filter((column) => column !== 'x_EventId' && column !== 'x_ReceivedAt');
const PARTS = 'SubAccountId, SubAccountType, COALESCE(SkuId, x_Meter), ConsumedUnit, BillingCurrency';
const COMBINATION = `hash(${PARTS})`;

function texts({ table, columns }: Source): string {
  const listed = COLUMNS.map((column) => `${columns.get(column) ?? 'CAST(NULL AS VARCHAR)'} AS ${column}`);
  return `SELECT ${listed.join(', ')} FROM ${table}`;
}
