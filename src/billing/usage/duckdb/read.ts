import type * as DuckDb from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Decimal } from '../../../lib/decimal.ts';
import { UserError } from '../../../lib/errors.ts';
import { ExactSums } from '../../../lib/exact-sum.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { AggregationPlan, UsageCells } from '../../../model/billing/usage.ts';
import { sortedCells } from '../aggregate/lazy-cell.ts';
import type { Period } from '../../time/periods.ts';
import { planBilling } from './billing.ts';
import { brokenLines } from './broken-lines.ts';
import { type BrokenLine, countRows, type Counted } from './count-rows.ts';
import { exact, fillCells } from './fill-cells.ts';
import { contentOf, loadRows } from './load.ts';
import { lineCount } from './line-count.ts';
import { loadNames } from './names.ts';
import { readOddRows, refuseTags } from './odd-rows.ts';
import { refuseMixedPools, refuseOutside, refuseRepeated, refuseUnfit, refuseUnknown } from './refuse.ts';
import { allRows } from './rows-of.ts';
import { withDuckdb } from './session.ts';
import { writeSlices } from './slices.ts';
import { storedColumns } from './row-columns.ts';
import { type Source, sourcesOf, type UsageSource } from './source.ts';
import { makeTables } from './tables.ts';
import { ExactNumber } from '../../../lib/exact-number.ts';

/** What was read: as from the built-in reader. */
export interface DuckdbReading extends Counted {
  readonly cells: UsageCells;
  readonly pools: Readonly<Record<string, Decimal>>;
  /** First begin and last end of accepted rows; null when there are none. */
  readonly from: number | null;
  readonly to: number | null;
  /** First begin of accepted rows of each file, in their order; infinite where there are none. */
  readonly begins: readonly number[];
}

/**
 * Reads CSV and Parquet files with DuckDB: the same cells and counts as the built-in reader gives. Rows are kept in a file for
 * temporary data, so that memory does not grow with them. Undefined where only the built-in reader can tell what is meant, such as after
 * a broken quote. Event ids and unique values are compared by hashes of 64 bits: of 10 million ids two are the same by chance with a
 * probability of 1 in 370,000.
 */
export async function readWithDuckdb(
  duckdb: typeof DuckDb,
  files: readonly UsageSource[],
  plan: AggregationPlan,
  window: Period | null,
): Promise<DuckdbReading | undefined> {
  const paths = files.map(({ path }) => path);
  return withDuckdb(duckdb, paths, async (connection) => {
    const sources = await sourcesOf(connection, files);
    if (sources === undefined) return undefined;
    const stored = storedColumns(sources);
    await makeTables(connection, stored);
    const broken = await load(connection, files, sources, stored);
    if (broken === undefined) return undefined;
    if (!(await loadNames(connection, sources))) return undefined;
    await readOddRows(connection, stored);
    await refuseTags(connection);
    await refuseRepeated(connection);
    await refuseOutside(connection, window);
    await refuseMixedPools(connection);
    const billing = await planBilling(connection, plan);
    if (billing.isForeign) {
      checkConvertible(files);
      return undefined;
    }
    await refuseUnknown(connection);
    if (!(await writeSlices(connection, billing.runs))) return undefined;
    await refuseUnfit(connection, billing.runs);
    const cells = await fillCells(connection, billing);
    cells.close();
    const names = files.map(({ name }) => name);
    return {
      cells: sortedCells({ cells, ...billing }),
      pools: await poolsOf(connection),
      ...(await countRows(connection, names, broken)),
      ...(await boundsOf(connection)),
      begins: await beginsOf(connection, files.length),
    };
  });
}

/**
 * Reads all files, and comes back with the lines of CSV that are no records. Undefined where DuckDB stumbled over a CSV file or took
 * another number of records than it has lines: then the built-in reader decides what is a row.
 */
async function load(
  connection: DuckDBConnection,
  files: readonly UsageSource[],
  sources: readonly Source[],
  stored: ReadonlySet<string>,
): Promise<readonly BrokenLine[] | undefined> {
  const paths = files.map(({ path }) => path);
  const content = contentOf(sources);
  const lines = new Map<number, number | undefined>();
  for (const [file, source] of sources.entries()) {
    const isText = files[file]?.format === 'csv';
    const [loaded, counted] = await Promise.allSettled([
      loadRows(connection, source, file, stored, content),
      isText ? lineCount(source.path, source.name) : undefined,
    ]);
    if (loaded.status === 'rejected') {
      if (isText) return undefined;
      throw unreadable(source.name, loaded.reason);
    }
    if (counted.status === 'rejected') throw counted.reason;
    if (isText) lines.set(file, counted.value);
  }
  if (lines.size === 0) return [];
  const broken = await brokenLines(connection, paths);
  const rows = await allRows(connection, 'SELECT file, count(*) FROM rows GROUP BY file');
  const read = new Map(rows.map(([file, count]) => [Number(file), Number(count)]));
  for (const [file, count] of lines) {
    const records = (read.get(file) ?? 0) + (broken ?? []).filter((line) => line.file === file).length;
    if (count !== records + 1) return undefined;
  }
  return broken;
}

function unreadable(name: string, cause: unknown): UserError {
  return new UserError(`${name} cannot be read as Parquet.`, { place: { file: name }, cause });
}

/** Money in several currencies is left to the built-in reader. UserError where that cannot read the files. */
function checkConvertible(files: readonly UsageSource[]): void {
  const columnar = files.find(({ format }) => format === 'parquet');
  if (columnar === undefined) return;
  throw new UserError(`${columnar.name} has amounts or costs that are to be converted to another currency.`, {
    place: { file: columnar.name },
    hint: 'Only the built-in reader converts: write this usage as CSV.',
  });
}

async function poolsOf(connection: DuckDBConnection): Promise<Readonly<Record<string, Decimal>>> {
  const found = await allRows(
    connection,
    `SELECT pool, sum(cost), sum(cost_whole), sum(cost_part) FROM rows WHERE pool IS NOT NULL AND reason IS NULL GROUP BY pool`,
  );
  const sums = new ExactSums();
  const number = new ExactNumber();
  const pools = found.map(([pool, ...cost], index): [string, Decimal] => {
    sums.set(index, exact(number, cost));
    return [String(pool), sums.decimal(index)];
  });
  return Object.fromEntries(pools.sort(([a], [b]) => byCodePoint(a, b)));
}

async function boundsOf(connection: DuckDBConnection): Promise<{ from: number | null; to: number | null }> {
  const [bounds] = await allRows(
    connection,
    'SELECT min(started), max(ended) FROM rows WHERE reason IS NULL AND pool IS NULL',
  );
  const [from, to] = bounds?.map((at) => (at === null ? null : Number(at))) ?? [];
  return { from: from ?? null, to: to ?? null };
}

async function beginsOf(connection: DuckDBConnection, files: number): Promise<readonly number[]> {
  const rows = await allRows(
    connection,
    'SELECT file, min(started) FROM rows WHERE reason IS NULL AND pool IS NULL GROUP BY file',
  );
  const found = new Map(rows.map(([file, from]) => [Number(file), Number(from)]));
  return Array.from({ length: files }, (_, file) => found.get(file) ?? Infinity);
}
