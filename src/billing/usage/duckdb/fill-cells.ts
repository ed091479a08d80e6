import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { ExactNumber } from '../../../lib/exact-number.ts';
import { Cells } from '../aggregate/cells.ts';
import { Row } from '../row/row.ts';
import type { Billing } from './billing.ts';
import { placed } from './refuse.ts';
import { allRows, eachRow } from './rows-of.ts';
import { TagReader } from '../row/tags.ts';
import { Fields } from '../row/fields.ts';
import { setTexts } from './fields.ts';

/** Rows that a metering takes, of those for which a condition on it holds. */
const taken = (billed?: string): string => `${placed(billed)}
  ANTI JOIN refused x ON x.number = r.rowid AND x.refused_run = run
  WHERE r.reason IS NULL AND r.pool IS NULL`;

/** The quantity in units of 10^-18. */
const SCALED = `COALESCE(CAST(r.quantity AS HUGEINT) * 1000000000000,
  CAST(r.quantity_whole AS HUGEINT) * 1000000000000000000 + r.quantity_part)`;

const WINDOWED = {
  max: `max(${SCALED})`,
  // Of rows that begin at one instant the later one.
  last: `arg_max(${SCALED}, CAST(r.started AS HUGEINT) * 1000000000000 + r.rowid)`,
  unique: `CASE WHEN any_value(r.aggregated) IS NULL THEN CAST(count(DISTINCT r.value) AS HUGEINT) * 1000000000000000000
    ELSE max(${SCALED}) END`,
} as const;

const times = (amount: string): string =>
  `CASE WHEN r.count = 1 THEN ${amount} ELSE CAST(${amount} AS HUGEINT) * r.count END`;

/** The cells of all rows that a metering takes. */
export async function fillCells(connection: DuckDBConnection, { runs }: Billing): Promise<Cells> {
  const cells = new Cells(0);
  const at = (
    series: DuckDBValue | undefined,
    run: DuckDBValue | undefined,
    cell: DuckDBValue | undefined,
  ): number => cells.table.number(Number(series), cells.places.number(Number(run), Number(cell)));
  await fillSums(connection, runs, cells, at);
  const aggregates = new Set(runs.map(({ metering }) => metering.aggregate));
  for (const aggregate of ['max', 'last', 'unique'] as const)
    if (aggregates.has(aggregate)) await fillWindowed(connection, aggregate, cells, at);
  if (runs.some(({ metering }) => metering.perEvent)) await logEvents(connection, cells, at);
  await fillTexts(connection, cells, at);
  return cells;
}

type CellAt = (
  series: DuckDBValue | undefined,
  run: DuckDBValue | undefined,
  cell: DuckDBValue | undefined,
) => number;

async function fillSums(
  connection: DuckDBConnection,
  runs: Billing['runs'],
  cells: Cells,
  at: CellAt,
): Promise<void> {
  const number = new ExactNumber();
  const found = `SELECT series, run, cell, count(*), ${(await sums(connection)).join(', ')}
    FROM ${taken()} GROUP BY series, run, cell`;
  await eachRow(connection, found, ([series, run, place, rows, withAmount, withCost, events, ...values]) => {
    const cell = at(series, run, place);
    const [quantity, amount, cost] = [values.slice(0, 3), values.slice(3, 6), values.slice(6, 9)];
    cells.rows.set(cell, Number(rows));
    if (events !== null) cells.moreEvents.set(cell, exact(number, [null, events, null]));
    if (runs[Number(run)]?.isSum === true) cells.quantities.set(cell, exact(number, quantity));
    cells.withAmount.set(cell, Number(withAmount));
    cells.withCost.set(cell, Number(withCost));
    if (amount.some((value) => value !== null)) cells.amounts.set(cell, exact(number, amount));
    if (cost.some((value) => value !== null)) cells.costs.set(cell, exact(number, cost));
  });
}

/** How many rows have an amount and a cost, and what is summed. What no row has is not: each sum takes memory for each cell. */
async function sums(connection: DuckDBConnection): Promise<readonly string[]> {
  const columns = ['quantity', 'amount', 'cost'].flatMap((name) => [name, `${name}_whole`, `${name}_part`]);
  const [given = []] = await allRows(
    connection,
    `SELECT max(count) > 1 OR min(count) < 1, ${columns.map((name) => `count(${name}) > 0`).join(', ')} FROM rows`,
  );
  const [isCounted, ...has] = given;
  const counts = ['amount', 'cost'].map((name) => {
    const isThere = [name, `${name}_whole`].some((column) => has[columns.indexOf(column)] === true);
    return isThere ? `count(COALESCE(r.${name}, r.${name}_whole))` : '0';
  });
  const summed = columns.map((name, index) => {
    if (has[index] !== true) return 'NULL';
    return `sum(${name.startsWith('amount') && isCounted === true ? times(`r.${name}`) : `r.${name}`})`;
  });
  return [...counts, isCounted === true ? 'sum(r.count - 1)' : 'NULL', ...summed];
}

async function fillWindowed(
  connection: DuckDBConnection,
  aggregate: keyof typeof WINDOWED,
  cells: Cells,
  at: CellAt,
): Promise<void> {
  const number = new ExactNumber();
  const found = `SELECT series, run, cell, sum(quantity // 1000000000000000000), sum(quantity % 1000000000000000000) FROM (
      SELECT series, run, cell, ${WINDOWED[aggregate]} AS quantity
      FROM ${taken(`aggregate = '${aggregate}'`)} GROUP BY series, run, cell, meter_window
    ) GROUP BY series, run, cell`;
  await eachRow(connection, found, ([series, run, place, whole, part]) => {
    cells.quantities.set(at(series, run, place), exact(number, [null, whole, part]));
  });
}

/** The amounts of single events, in the order of the files. */
async function logEvents(connection: DuckDBConnection, cells: Cells, at: CellAt): Promise<void> {
  const row = new Row();
  const found = `SELECT series, run, cell, r.started, r.count, r.amount, r.amount_whole, r.amount_part
    FROM ${taken('per_event')} AND (r.amount IS NOT NULL OR r.amount_whole IS NOT NULL) ORDER BY r.rowid`;
  await eachRow(connection, found, ([series, run, place, started, count, ...amount]) => {
    row.start = Number(started);
    row.count = Number(count);
    exact(row.amount, amount);
    cells.log.add(at(series, run, place), row);
  });
}

/** The jurisdiction and the tags of the first row of a cell that has some. */
async function fillTexts(connection: DuckDBConnection, cells: Cells, at: CellAt): Promise<void> {
  const first = (column: string): string =>
    `SELECT series, run, cell, arg_min(r.${column}, r.rowid) FROM ${taken()} AND r.${column} IS NOT NULL
    GROUP BY series, run, cell`;
  await eachRow(connection, first('jurisdiction'), ([series, run, place, text]) => {
    cells.jurisdictions.set(at(series, run, place), text as string);
  });
  const [reader, fields] = [new TagReader(), new Fields()];
  await eachRow(connection, first('tags'), ([series, run, place, text]) => {
    setTexts(fields, ['Tags'], [text as string]);
    const tags = reader.read(fields);
    if (tags !== null) cells.tags.set(at(series, run, place), tags);
  });
}

/** A number from millionths, whole units and units of 10^-18, of which those that are null are 0. */
export function exact(
  into: ExactNumber,
  [millionths, whole, part]: readonly (DuckDBValue | undefined)[],
): ExactNumber {
  const value = (millionths ?? 0n) as bigint;
  const rest = ((whole ?? 0n) as bigint) * 10n ** 18n + ((part ?? 0n) as bigint);
  into.big = null;
  into.mantissa = Number(value);
  into.scale = 6;
  if (rest !== 0n || !Number.isSafeInteger(into.mantissa)) into.big = value * 10n ** 12n + rest;
  return into;
}
