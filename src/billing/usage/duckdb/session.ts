import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as DuckDb from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';

const MEMORY = '400MB';

/**
 * Runs queries over some files in a DuckDB of its own, whose data lie in a folder for temporary files and are removed afterwards.
 * It may read these files and nothing else: no other file, no network, no extension.
 */
export async function withDuckdb<T>(
  duckdb: typeof DuckDb,
  files: readonly string[],
  run: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tollgate-usage-'));
  try {
    const instance = await duckdb.DuckDBInstance.create(join(folder, 'usage.duckdb'), {
      threads: '2',
      memory_limit: MEMORY,
      temp_directory: join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const connection = await instance.connect();
      try {
        await lockDown(connection, files);
        return await run(connection);
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lockDown(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await connection.run(`SET allowed_paths = [${files.map(literal).join(', ')}]`);
  // Queries name their tables in the order in which it is best to join them.
  await connection.run(`SET disabled_optimizers = 'join_order'`);
  await connection.run(`SET TimeZone = 'UTC'`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

/** A text in SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
