import { spawnSync } from 'node:child_process';
import { UserError } from '../lib/errors.ts';

/** What a git command gave: bytes, since file names and contents may be any bytes. */
export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** The output is longer than was asked for: the rest of it is missing. */
  readonly isCut: boolean;
}

/** No buffer of Node may be longer. */
const LONGEST_OUTPUT = 2 ** 31 - 1;

/**
 * Settings of every call: nothing of the repository may run a program (hooks, file-system monitors),
 * and a container's mounted work tree that belongs to another user may be read.
 */
const SETTINGS = [
  '-c',
  'safe.directory=*',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
  '-c',
  'gc.auto=0',
];

/**
 * Runs git in a folder and returns what it said, whatever the exit code, up to a number of bytes: then it is stopped.
 * Throws UserError without git.
 */
export function git(
  folder: string,
  args: readonly string[],
  input?: string,
  environment: Readonly<Record<string, string>> = {},
  most = LONGEST_OUTPUT,
): GitOutput {
  const run = spawnSync('git', [...SETTINGS, ...args], {
    cwd: folder,
    input,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...environment },
    maxBuffer: most,
    windowsHide: true,
  });
  const code = run.error !== undefined && 'code' in run.error ? run.error.code : undefined;
  const isCut = code === 'ENOBUFS';
  if (run.error !== undefined && !isCut) {
    if (code === 'ENOENT') {
      throw new UserError('There is no git on the PATH.', {
        hint: 'Install git 2.25 or newer.',
        cause: run.error,
      });
    }
    throw run.error;
  }
  const stderr = run.stderr.toString('utf8').trim();
  return { code: isCut ? 0 : (run.status ?? 1), stdout: run.stdout, stderr, isCut };
}

/** Runs git and returns its output as trimmed text, or undefined when it exits with an error. */
export function gitText(folder: string, args: readonly string[]): string | undefined {
  const output = git(folder, args);
  return output.code === 0 ? output.stdout.toString('utf8').trim() : undefined;
}
