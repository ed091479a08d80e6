import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../../src/lib/assets.ts';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No modules that the user of this machine has fetched. */
const ISOLATED = { TOLLGATE_CACHE_DIR: join(tmpdir(), 'tollgate-no-cache') };

/** Runs the committed command line as a user does: a process of its own, without colours, in a folder. */
export function runCli(
  args: readonly string[],
  options: { folder?: string; environment?: NodeJS.ProcessEnv } = {},
): CliRun {
  const run = spawnSync(process.execPath, [assetPath('dist/cli.js'), ...args], {
    cwd: options.folder,
    env: { ...process.env, NO_COLOR: '1', ...ISOLATED, ...options.environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}
