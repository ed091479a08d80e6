import { createHash, randomInt } from 'node:crypto';
import { UserError } from '../../../lib/errors.ts';
import type { AggregationPlan, UsageAggregate } from '../../../model/billing/usage.ts';
import type { Period } from '../../time/periods.ts';
import { type Chunks, unpacked } from '../open/chunks.ts';
import type { UsageFormat } from '../open/format.ts';
import type { OpenedFile } from '../open/complete-through.ts';
import { originOf } from '../open/origin.ts';
import type { Sidecar } from '../open/sidecar.ts';
import { readUsageCsv } from './csv.ts';
import { readUsageJsonLines } from './json-lines.ts';
import { findRepeats } from './repeats.ts';
import { UsageReader } from './usage-reader.ts';

export interface ReadUsageOptions {
  /** Rows that begin outside of it are counted and left out; epoch milliseconds. */
  readonly window?: Period;
  /** Called now and then with the number of rows that were read so far. */
  readonly progress?: (rows: number) => void;
}

/** A file, wherever its bytes come from. */
export interface UsageInput {
  readonly name: string;
  readonly format: UsageFormat;
  readonly sidecar: Sidecar;
  readonly open: () => Iterable<Uint8Array>;
  readonly size: number;
}

const LINE_FEED = 0x0a;
/** Pieces of mostly 1 MB between two messages. */
const PIECES_A_MESSAGE = 16;

/** Reads CSV and JSON lines of any size, one row after the other. Throws UserError as `readUsageFiles` does. */
export async function readBuiltIn(
  inputs: readonly UsageInput[],
  plan: AggregationPlan,
  { window, progress }: ReadUsageOptions,
): Promise<UsageAggregate> {
  // Nobody may choose event ids so that they meet in the tables: results are the same whatever the seed is.
  const seed = randomInt(2 ** 32);
  const reader = new UsageReader(plan, window ?? null, seed, await findRepeats(inputs, seed));
  const opened: OpenedFile[] = [];
  for (const input of inputs) {
    await readInput(input, reader, progress);
    opened.push({ ...input, from: reader.beganFile() });
  }
  const { cells, pools } = reader.close();
  return {
    ...{ cells, pools },
    counts: reader.tally.counts(),
    rejectedRows: reader.tally.rejectedRows,
    origin: originOf(opened, reader.from, reader.to),
    reader: 'built-in',
  };
}

async function readInput(
  { name, format, sidecar, open, size }: UsageInput,
  reader: UsageReader,
  progress: ReadUsageOptions['progress'],
): Promise<void> {
  const hash = sidecar.sha256 === null ? null : createHash('sha256');
  const pieces = watched(open(), (piece, number) => {
    hash?.update(piece);
    if (number === 0 && !format.isPacked) reader.expect(rowsOf(size, piece));
    if (number % PIECES_A_MESSAGE === 0) progress?.(reader.tally.rows);
  });
  const chunks: Chunks = format.isPacked ? unpacked(pieces, name) : pieces;
  await (format.rows === 'csv' ? readUsageCsv : readUsageJsonLines)(chunks, name, reader);
  const sha256 = hash?.digest('hex') ?? null;
  if (sha256 !== null && sha256 !== sidecar.sha256) throw wrongHash(name, sha256);
}

/** The error for a file that is not the one whose SHA-256 its sidecar gives. */
export function wrongHash(name: string, sha256: string): UserError {
  return new UserError(`${name} is not the file that its sidecar names: its SHA-256 is ${sha256}.`, {
    place: { file: `${name}.meta.yaml` },
    hint: 'Take the file that was recorded, or write down its hash anew when it may have changed.',
  });
}

/** About how many rows a file of so many bytes has, by its first piece. */
function rowsOf(size: number, piece: Uint8Array): number {
  const lines = piece.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 1);
  return Math.ceil((size / Math.max(1, piece.length)) * lines);
}

function* watched(
  pieces: Iterable<Uint8Array>,
  see: (piece: Uint8Array, number: number) => void,
): Generator<Uint8Array> {
  let number = 0;
  for (const piece of pieces) {
    see(piece, number++);
    yield piece;
  }
}
