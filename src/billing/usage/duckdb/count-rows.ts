import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { byCodePoint } from '../../../lib/order.ts';
import type { RejectedRow, Rejection, UsageCounts } from '../../../model/billing/usage.ts';
import { allRows } from './rows-of.ts';

/** Rows of each reason that are shown; the others are counted. */
const MOST_SHOWN = 20;

export interface Counted {
  readonly counts: UsageCounts;
  readonly rejectedRows: readonly RejectedRow[];
}

/** A line that could not be read as a record. */
export interface BrokenLine {
  readonly file: number;
  readonly line: number;
  readonly message: string;
}

/**
 * Counts each row once and names the first of each reason. DuckDB tells lines of records that it cannot read and the order of all others:
 * the line that is named is right unless records before it have line breaks in their fields.
 */
export async function countRows(
  connection: DuckDBConnection,
  names: readonly string[],
  broken: readonly BrokenLine[],
): Promise<Counted> {
  const byReason = await allRows(
    connection,
    `SELECT COALESCE(reason, CASE WHEN pool IS NULL THEN 'accepted' ELSE 'pooled' END) AS outcome, count(*)
    FROM rows GROUP BY outcome`,
  );
  const counts = new Map(byReason.map(([outcome, count]) => [String(outcome), Number(count)]));
  if (broken.length > 0) counts.set('malformed', (counts.get('malformed') ?? 0) + broken.length);
  const taken = ['accepted', 'same', 'pooled'];
  const rejected = [...counts].filter(([outcome]) => !taken.includes(outcome));
  return {
    counts: {
      rows: [...counts.values()].reduce((sum, count) => sum + count, 0),
      accepted: counts.get('accepted') ?? 0,
      deduplicated: counts.get('same') ?? 0,
      pooled: counts.get('pooled') ?? 0,
      rejected: Object.fromEntries(rejected.sort(([a], [b]) => byCodePoint(a, b))),
    },
    rejectedRows: await firstRejected(
      connection,
      names,
      broken,
      rejected.map(([reason]) => reason),
    ),
  };
}

async function firstRejected(
  connection: DuckDBConnection,
  names: readonly string[],
  broken: readonly BrokenLine[],
  reasons: readonly string[],
): Promise<readonly RejectedRow[]> {
  const starts = await allRows(connection, 'SELECT file, min(rowid) FROM rows GROUP BY file');
  const first = new Map(starts.map(([file, row]) => [Number(file), Number(row)]));
  const lines = names.map((_, file) => broken.filter((one) => one.file === file).map(({ line }) => line));
  const shown: (BrokenLine & { readonly reason: Rejection })[] = [];
  for (const reason of reasons as Rejection[]) {
    const found = await allRows(
      connection,
      `SELECT rows.rowid, file, message, customers.id, name, unit, currency
      FROM rows LEFT JOIN customers USING (customer) LEFT JOIN keys USING (key)
      WHERE reason = '${reason}' ORDER BY rows.rowid LIMIT ${MOST_SHOWN}`,
    );
    const rows = found.map(([row, number, message, ...texts]) => {
      const file = Number(number);
      const line = lineOf(Number(row) - (first.get(file) ?? 0), lines[file] ?? []);
      return { file, line, reason, message: message === null ? sentence(reason, texts) : String(message) };
    });
    if (reason === 'malformed') rows.push(...broken.map((one) => ({ ...one, reason })));
    shown.push(...rows.sort(byPlace).slice(0, MOST_SHOWN));
  }
  return shown
    .sort(byPlace)
    .map(({ reason, file, line, message }) => ({ reason, file: names[file] ?? '', line, message }));
}

const byPlace = (a: BrokenLine, b: BrokenLine): number => a.file - b.file || a.line - b.line;

/** The line of a record: after the header, and after the broken lines (rising) that come before it. */
function lineOf(place: number, broken: readonly number[]): number {
  let line = place + 2;
  for (const one of broken) if (one <= line) line++;
  return line;
}

function sentence(reason: Rejection, texts: readonly DuckDBValue[]): string {
  const [customer, key, unit, currency] = texts.map((text) =>
    JSON.stringify(String(text ?? '').slice(0, 40)),
  );
  switch (reason) {
    case 'unknown-identity':
      return `No profile is bound to the customer ${customer ?? ''}, or to its type.`;
    case 'unknown-sku':
      return `No profile of ${customer ?? ''} has the SKU or meter ${key ?? ''}.`;
    case 'wrong-unit':
      return `ConsumedUnit ${unit ?? ''} is not the unit of the SKU.`;
    case 'wrong-currency':
      return `BillingCurrency ${currency ?? ''} is not the currency of the profile.`;
    case 'late':
      return 'Received after the cutoff of its billing period.';
    case 'outside-window':
      return 'ChargePeriodStart is outside the time that was asked for.';
    case 'conflicting-duplicate':
      return 'An event of the same id came before with another content.';
    default:
      return 'x_Aggregate, x_UniqueValue or Tags do not fit the meter of the SKU.';
  }
}
