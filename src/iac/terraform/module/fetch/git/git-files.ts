import { LIMITS } from '../../../../../tree/limits.ts';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { filesOfCommit } from './checkout.ts';
import { readPack } from './pack.ts';
import type { GitRemote } from './remote.ts';

/** Refs whose history is searched for a commit at most. */
const MOST_REFS = 1000;

/**
 * The files of a commit on a remote. A server that gives out no commit by its id alone is asked for all branches and tags
 * with their history. Throws FetchProblem.
 */
export async function commitFiles(remote: GitRemote, commit: string): Promise<PackedFiles> {
  const read = (pack: Uint8Array): PackedFiles => filesOfCommit(readPack(pack, remote.algorithm), commit);
  const direct = await refusedOr(remote.pack([commit], LIMITS.file, 'none'));
  if (!(direct instanceof FetchProblem)) return read(direct);
  const refs = await remote.refs(['refs/heads/', 'refs/tags/']);
  const wants = [...new Set(refs.slice(0, MOST_REFS).map(({ id }) => id))];
  if (wants.length === 0) throw direct;
  return read(await remote.pack(wants, LIMITS.file, 'all'));
}

/** What was sent, or why nothing was: a refusal of the request as opposed to a broken answer. */
async function refusedOr<T>(answer: Promise<T>): Promise<T | FetchProblem> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof FetchProblem && error.message.startsWith('The git server refuses')) return error;
    throw error;
  }
}
