import { statSync } from 'node:fs';
import { UserError } from '../../lib/errors.ts';
import { fileChunks } from '../../lib/file-chunks.ts';
import type { AggregationPlan, UsageAggregate } from '../../model/billing/usage.ts';
import { readLarge } from './duckdb/large.ts';
import type { UsageFile } from './open/chunks.ts';
import { formatOf } from './open/format.ts';
import { readSidecar, sidecarOf } from './open/sidecar.ts';
import { readBuiltIn, type ReadUsageOptions } from './read/built-in.ts';

export type { ReadUsageOptions, UsageFile };

/**
 * Reads recorded usage of all files together, in their order, and brings it together by the plan. Each row is counted once:
 * accepted, deduplicated, pooled or rejected. Memory goes by the number of cells and of event ids, not by the size of the files.
 * `reader`: `auto` takes DuckDB for large files where it is installed. Throws UserError for files that are no usage, whose rows
 * cannot be told apart, or whose SHA-256 is not that of their sidecar.
 */
export async function readUsageFiles(
  files: readonly UsageFile[],
  plan: AggregationPlan,
  options: ReadUsageOptions & { readonly reader?: 'auto' | 'built-in' | 'duckdb' } = {},
): Promise<UsageAggregate> {
  const inputs = files.map((file) => ({
    ...file,
    format: formatOf(file.name),
    sidecar: sidecarOf(file),
    open: () => fileChunks(file.path, file.name),
    size: sizeOf(file),
  }));
  const large = await readLarge(inputs, plan, options);
  if (large !== undefined) return large;
  const columnar = inputs.find(({ format }) => format.rows === 'parquet');
  if (columnar !== undefined) throw needsDuckdb(columnar.name);
  return readBuiltIn(inputs, plan, options);
}

/** In bytes. Throws UserError for what cannot be read as a file: DuckDB would speak of its own settings. */
function sizeOf({ path, name }: UsageFile): number {
  const pieces = fileChunks(path, name);
  pieces.next();
  pieces.return(undefined);
  return statSync(path).size;
}

/** A file whose bytes are there already, such as one of the repository. */
export interface UsageContent {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes of its sidecar. */
  readonly sidecar?: Uint8Array;
}

/** The same for files whose bytes are there already. */
export async function readUsageContents(
  files: readonly UsageContent[],
  plan: AggregationPlan,
  options: ReadUsageOptions = {},
): Promise<UsageAggregate> {
  const inputs = files.map(({ name, bytes, sidecar = new Uint8Array() }) => {
    const format = formatOf(name);
    if (format.rows === 'parquet') throw needsDuckdb(name);
    return { name, format, sidecar: readSidecar(name, sidecar), open: () => [bytes], size: bytes.length };
  });
  return readBuiltIn(inputs, plan, options);
}

/** The error for a Parquet file that the built-in reader is given. */
function needsDuckdb(name: string): UserError {
  return new UserError(`${name} is a Parquet file, which takes DuckDB to read.`, {
    place: { file: name },
    hint: 'Install @duckdb/node-api beside tollgate, and give Parquet and CSV alone, or write the usage as CSV.',
  });
}
