/**
 * Writes usage events, and billing files of both sides that fit them, into a folder. Same options, same bytes.
 *
 *   node test/bench/billing/generate.ts --out DIR [--rows 1000000] [--customers 10000] [--skus 50] [--seed 1]
 *     [--format csv|jsonl|parquet] [--duplicate N] [--conflicting N] [--late N] [--unknown N] [--malformed N]
 *
 * The last five are rows of a million.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { COLUMNS, events, type EventOptions, type EventRow } from './events.ts';
import { billingFiles } from './files.ts';
import { toParquet } from './parquet.ts';

export type Format = 'csv' | 'jsonl' | 'parquet';

/** Writes `usage.csv` (or .jsonl, .parquet) and the folders `base` and `head` into a folder. Comes back with the usage file. */
export async function generate(out: string, format: Format, options: EventOptions): Promise<string> {
  const sides = billingFiles(options.customers, options.skus);
  for (const [side, files] of Object.entries(sides)) {
    for (const [path, content] of Object.entries(files)) {
      const file = join(out, side, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  const file = join(out, `usage.${format === 'jsonl' ? 'jsonl' : 'csv'}`);
  writePieces(file, format === 'jsonl' ? jsonLines(options) : csv(options));
  return format === 'parquet' ? await toParquet(file, join(out, 'usage.parquet')) : file;
}

/** The events as CSV, a line at a time. */
export function csv(options: EventOptions): Generator<string> {
  return csvOf(events(options));
}

export function* csvOf(rows: Iterable<EventRow>): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const row of rows) yield `${COLUMNS.map((column) => row[column]).join(',')}\n`;
}

function* jsonLines(options: EventOptions): Generator<string> {
  for (const row of events(options)) yield `${JSON.stringify(given(row))}\n`;
}

/** Without empty fields, which JSON has no need of. */
function given(row: EventRow): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
}

/** Writes texts behind each other into a file. */
export function writePieces(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < 1 << 20) continue;
    writeSync(file, piece);
    piece = '';
  }
  writeSync(file, piece);
  closeSync(file);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      format: { type: 'string', default: 'csv' },
      rows: { type: 'string', default: '1000000' },
      customers: { type: 'string', default: '10000' },
      skus: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      duplicate: { type: 'string', default: '0' },
      conflicting: { type: 'string', default: '0' },
      late: { type: 'string', default: '0' },
      unknown: { type: 'string', default: '0' },
      malformed: { type: 'string', default: '0' },
    },
  });
  const { out, format } = values;
  if (out === undefined || (format !== 'csv' && format !== 'jsonl' && format !== 'parquet'))
    throw new Error('Give --out DIR and --format csv, jsonl or parquet.');
  const file = await generate(out, format, {
    rows: Number(values.rows),
    customers: Number(values.customers),
    skus: Number(values.skus),
    seed: Number(values.seed),
    shares: {
      duplicate: Number(values.duplicate),
      conflicting: Number(values.conflicting),
      late: Number(values.late),
      unknown: Number(values.unknown),
      malformed: Number(values.malformed),
    },
  });
  console.log(file);
}
