import type { GitAddress } from '../address/address.ts';
import { FetchProblem } from '../fetch-problem.ts';
import type { GitRemote } from './remote.ts';

/** A commit that an address names. */
export interface GitCommit {
  readonly id: string;
  /** The address names the commit itself, or a branch or tag, which can be moved. */
  readonly isPinned: boolean;
}

/** The commit id that a ref is, in full; undefined for the name of a branch or tag. */
export function commitIdOf({ ref }: GitAddress): string | undefined {
  return ref !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref) ? ref.toLowerCase() : undefined;
}

/**
 * The commit that an address names on a remote. Where a tag and a branch have the same name the tag counts, as for `git
 * checkout`. Throws FetchProblem when there is none.
 */
export async function findCommit(remote: GitRemote, address: GitAddress): Promise<GitCommit> {
  const id = commitIdOf(address);
  if (id !== undefined) return { id, isPinned: true };
  const names = refNames(address.ref);
  const refs = await remote.refs(names);
  for (const name of names) {
    const found = refs.find((ref) => ref.name === name);
    if (found !== undefined) return { id: found.peeled ?? found.id, isPinned: false };
  }
  throw notFound(address.ref);
}

function refNames(ref: string | undefined): readonly string[] {
  if (ref === undefined) return ['HEAD'];
  return ref.startsWith('refs/') ? [ref] : [`refs/tags/${ref}`, `refs/heads/${ref}`];
}

function notFound(ref: string | undefined): FetchProblem {
  if (ref === undefined) return new FetchProblem('The git repository has no commit.');
  const message = `The git repository has no branch and no tag ${JSON.stringify(ref)}.`;
  const isShort = /^[0-9a-f]{7,39}$/i.test(ref);
  return isShort
    ? new FetchProblem(message, 'A commit id must have all of its digits.')
    : new FetchProblem(message);
}
