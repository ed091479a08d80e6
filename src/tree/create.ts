import { cpSync } from 'node:fs';
import { git } from './git.ts';

/** A repository that was just made, with a commit on each side. */
export interface CreatedRepository {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
}

/**
 * Makes a git repository in an empty folder: the files of `base` as the first commit on `main`, the files
 * of `change` laid over them as one commit on `change`, which is then checked out.
 */
export function createRepository(folder: string, base: string, change: string): CreatedRepository {
  run(folder, ['init', '--quiet', '--initial-branch=main']);
  cpSync(base, folder, { recursive: true });
  commit(folder, 'The shop as it is');
  run(folder, ['checkout', '--quiet', '-b', 'change']);
  cpSync(change, folder, { recursive: true });
  commit(folder, 'The change under review');
  return { folder, base: 'main', head: 'change' };
}

/** Commits everything with an identity of its own: the user may have set none, and hooks must not run. */
function commit(folder: string, message: string): void {
  run(folder, ['add', '--all']);
  const identity = [
    '-c',
    'user.name=Tollgate demo',
    '-c',
    'user.email=demo@tollgate.invalid',
    '-c',
    'commit.gpgSign=false',
  ];
  run(folder, [...identity, 'commit', '--quiet', '--no-verify', '--message', message]);
}

function run(folder: string, args: readonly string[]): void {
  const output = git(folder, args);
  if (output.code !== 0) throw new Error(`git ${args.join(' ')} failed: ${output.stderr}`);
}
