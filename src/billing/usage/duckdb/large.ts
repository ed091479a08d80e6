import { createHash } from 'node:crypto';
import { UserError } from '../../../lib/errors.ts';
import type { AggregationPlan, UsageAggregate } from '../../../model/billing/usage.ts';
import { originOf } from '../open/origin.ts';
import { type ReadUsageOptions, type UsageInput, wrongHash } from '../read/built-in.ts';
import { installedDuckdb } from './install.ts';
import { readWithDuckdb } from './read.ts';
import type { UsageSource } from './source.ts';

/** Bytes of all files together from which on DuckDB is worth its start. */
const LARGE = 200 * 1024 * 1024;

/** A file with its content and where it lies. */
export interface LargeInput extends UsageInput {
  readonly path: string;
}

/**
 * Reads the files with DuckDB where that is asked for, or where they are large or Parquet and it is installed. Undefined: the
 * built-in reader is to read them, which also says why it cannot. UserError where DuckDB is asked for and not there, and for Parquet
 * beside files that only the built-in reader can read.
 */
export async function readLarge(
  inputs: readonly LargeInput[],
  plan: AggregationPlan,
  { window, reader = 'auto' }: ReadUsageOptions & { readonly reader?: 'auto' | 'built-in' | 'duckdb' },
): Promise<UsageAggregate | undefined> {
  const columnar = inputs.find(({ format }) => format.rows === 'parquet');
  const size = inputs.reduce((total, input) => total + input.size, 0);
  const isWorthIt = columnar !== undefined || size > LARGE;
  if (reader === 'built-in' || (reader === 'auto' && !isWorthIt)) return undefined;
  const duckdb = installedDuckdb();
  if (duckdb === undefined) {
    if (reader === 'auto' || columnar !== undefined) return undefined;
    throw new UserError('DuckDB is not installed.', {
      hint: 'Install @duckdb/node-api beside tollgate, or let the built-in reader read the usage.',
    });
  }
  const sources = inputs.flatMap(sourceOf);
  const isReadable = sources.length === inputs.length;
  if (isReadable) checkHashes(inputs);
  const reading = isReadable ? await readWithDuckdb(duckdb, sources, plan, window ?? null) : undefined;
  if (reading === undefined) {
    if (columnar !== undefined && inputs.length > 1) throw mixed(columnar.name);
    return undefined;
  }
  const { from, to, begins, ...rest } = reading;
  const opened = inputs.map((input, file) => ({ ...input, from: begins[file] ?? Infinity }));
  return { ...rest, origin: originOf(opened, from ?? Infinity, to ?? -Infinity), reader: 'duckdb' };
}

/** JSON lines are read by the built-in reader alone: it tells numbers from texts. */
function sourceOf({ path, name, format }: LargeInput): UsageSource[] {
  // DuckDB tells packed files by the end of their path.
  const isNamed = !format.isPacked || path.endsWith('.gz');
  return format.rows === 'json-lines' || !isNamed ? [] : [{ path, name, format: format.rows }];
}

function mixed(name: string): UserError {
  return new UserError(`${name} cannot be read together with the other files.`, {
    place: { file: name },
    hint: 'Write all usage as Parquet: JSON lines, or CSV with a broken quote, only the built-in reader can read.',
  });
}

function checkHashes(inputs: readonly LargeInput[]): void {
  for (const { name, sidecar, open } of inputs) {
    if (sidecar.sha256 === null) continue;
    const hash = createHash('sha256');
    for (const piece of open()) hash.update(piece);
    const sha256 = hash.digest('hex');
    if (sha256 !== sidecar.sha256) throw wrongHash(name, sha256);
  }
}
