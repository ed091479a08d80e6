import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { ExactNumber } from '../../../lib/exact-number.ts';
import { COLUMNS } from '../row/columns.ts';
import { Fields } from '../row/fields.ts';
import { Row } from '../row/row.ts';
import { TagReader } from '../row/tags.ts';
import { setTexts } from './fields.ts';
import { allRows, eachRow } from './rows-of.ts';

/** Rows whose texts are in memory at one time. */
const BATCH = 50_000;
const UNIT = 10n ** 18n;
/** What is written of such a row, in this order. */
const MENDED = new Map([
  ...['reason', 'message'].map((name) => [name, 'VARCHAR'] as const),
  ...['started', 'ended', 'received', 'count'].map((name) => [name, 'BIGINT'] as const),
  ...['quantity', 'amount', 'cost'].flatMap((name) =>
    ['_whole', '_part'].map((part) => [`${name}${part}`, 'BIGINT'] as const),
  ),
]);
/** What it does not have any more. */
const MILLIONTHS = ['quantity', 'amount', 'cost'];

/**
 * Reads the rows that are not plain (an exponent, a fraction of a second, no number at all, shared cost) as the built-in reader
 * does, and writes what they hold, or why they hold nothing, into the table.
 */
export async function readOddRows(connection: DuckDBConnection, stored: ReadonlySet<string>): Promise<void> {
  const [bounds] = await allRows(connection, 'SELECT min(rowid), max(rowid) FROM rows WHERE odd IS NOT NULL');
  if (bounds === undefined || bounds[0] === null) return;
  const columns = [...MENDED].map(([name, type]) => `${name} ${type}`);
  await connection.run(`CREATE TABLE mended (number BIGINT, ${columns.join(', ')})`);
  const row = new Row();
  const fields = new Fields();
  const last = Number(bounds[1]);
  for (let from = Number(bounds[0]); from <= last; from += BATCH) {
    const found = await allRows(
      connection,
      `SELECT rowid, odd FROM rows WHERE odd IS NOT NULL AND rowid >= ${from} AND rowid < ${from + BATCH}`,
    );
    const appender = await connection.createAppender('mended');
    for (const [number, odd] of found) {
      setTexts(fields, COLUMNS, texts(odd));
      for (const value of [number, ...values(row, fields)])
        if (value === undefined || value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else appender.appendBigInt(value as bigint);
      appender.endRow();
    }
    appender.closeSync();
  }
  const mended = [...MENDED.keys(), ...MILLIONTHS].filter((name) => stored.has(name));
  const changes = mended.map((name) => `${name} = ${MENDED.has(name) ? `m.${name}` : 'NULL'}`);
  await connection.run(`UPDATE rows SET ${changes.join(', ')} FROM mended m WHERE rows.rowid = m.number`);
}

/** Notes which rows have tags that are none. Those of plain rows are looked at once for each distinct text. */
export async function refuseTags(connection: DuckDBConnection): Promise<void> {
  const [reader, fields] = [new TagReader(), new Fields()];
  const wrong: string[] = [];
  const found = `SELECT DISTINCT tags FROM rows WHERE tags IS NOT NULL AND reason IS NULL`;
  await eachRow(connection, found, ([tags]) => {
    setTexts(fields, ['Tags'], [tags as string]);
    if (reader.read(fields) === null) wrong.push(tags as string);
  });
  if (wrong.length === 0) return;
  await connection.run('CREATE TABLE wrong_tags (tags VARCHAR)');
  const appender = await connection.createAppender('wrong_tags');
  for (const tags of wrong) {
    appender.appendVarchar(tags);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    `UPDATE rows SET reason = 'malformed', message = 'Tags are not a JSON object of texts.'
    WHERE reason IS NULL AND tags IN (SELECT tags FROM wrong_tags)`,
  );
}

function texts(odd: DuckDBValue | undefined): readonly (string | null)[] {
  return (odd as { readonly items: readonly (string | null)[] }).items;
}

/** In the order of `MENDED`. */
function values(row: Row, fields: Fields): (string | bigint | null)[] {
  const refusal = row.read(fields);
  const instants = [row.start, row.end, row.received].map((at) => (Number.isNaN(at) ? null : BigInt(at)));
  if (refusal !== null) return [refusal.reason, refusal.message, ...instants, ...Array<null>(7).fill(null)];
  return [
    ...[null, null, ...instants, BigInt(row.count)],
    ...(row.isPool ? [null, null] : parts(row.quantity)),
    ...(row.hasAmount ? parts(row.amount) : [null, null]),
    ...(row.hasCost ? parts(row.cost) : [null, null]),
  ];
}

/** What is before the point, and 18 digits after it. */
function parts(number: ExactNumber): [bigint, bigint] {
  const scaled = number.scaled();
  return [scaled / UNIT, scaled % UNIT];
}
