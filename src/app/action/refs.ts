import { PlatformError, UserError } from '../../lib/errors.ts';
import { fetchBase } from '../../tree/fetch-base.ts';
import { findCommit, mergeBase, parentsOf, resolveCommit } from '../../tree/repository.ts';
import { wantedBy } from '../wanted.ts';

/** What an event tells about the two sides: see the platform's event. */
export interface EventCommits {
  readonly kind: 'pull-request' | 'merge-group' | 'push' | 'manual';
  readonly baseSha?: string;
  readonly headSha: string;
  readonly mergeSha?: string;
  readonly defaultBranch?: string;
}

/** The commits to compare: both are in the clone. */
export interface Refs {
  readonly base: string;
  readonly head: string;
  /** What was fetched, and what to know about the choice. */
  readonly notes: readonly string[];
}

/**
 * The commits to compare for an event. For a pull request that is what would be merged: the test merge commit against
 * its first parent, which is the base that GitHub merged into (the base in the event may be newer or older). What the
 * clone lacks is fetched from `origin`. Throws UserError when there is no base, PlatformError when a fetch fails.
 */
export function chooseRefs(root: string, event: EventCommits, base: string | undefined): Refs {
  const notes: string[] = [];
  const bring = (commit: string): string => {
    const fetched = fetchBase(root, commit, 'HEAD', wantedBy(root, 'HEAD'));
    if (fetched !== undefined) notes.push(fetched);
    return commit;
  };
  const merge =
    event.mergeSha === undefined ? undefined : testMerge(root, event.mergeSha, event.headSha, bring);
  const head = merge?.commit ?? bring(event.headSha);
  if (base !== undefined) return { base: givenBase(root, base, bring), head, notes };
  if (merge !== undefined) return { base: bring(merge.base), head, notes };
  if (event.baseSha === undefined) return { base: forkPoint(root, event, head), head, notes };
  const tip = bring(event.baseSha);
  if (event.kind !== 'pull-request') return { base: tip, head, notes };
  const ancestor = mergeBase(root, tip, head);
  if (ancestor === undefined) {
    notes.push('no common ancestor in this clone: what changed on the base branch meanwhile shows as undone');
  }
  return { base: ancestor ?? tip, head, notes };
}

/**
 * The test merge commit and the base that it merges into. Undefined when it is of another head (an earlier push), or
 * when GitHub does not have it any more.
 */
function testMerge(
  root: string,
  commit: string,
  head: string,
  bring: (commit: string) => string,
): { commit: string; base: string } | undefined {
  try {
    bring(commit);
  } catch (error) {
    if (error instanceof PlatformError) return undefined;
    throw error;
  }
  const [base, merged] = parentsOf(root, commit);
  return base !== undefined && merged === head ? { commit, base } : undefined;
}

function givenBase(root: string, base: string, bring: (commit: string) => string): string {
  const isCommitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(base);
  if (isCommitId) return bring(base);
  return findCommit(root, `refs/remotes/origin/${base}`) ?? resolveCommit(root, base);
}

/** Where the head left the default branch. */
function forkPoint(root: string, event: EventCommits, head: string): string {
  const branch = event.defaultBranch;
  const tip = branch === undefined ? undefined : findCommit(root, `refs/remotes/origin/${branch}`);
  const ancestor = tip === undefined ? undefined : mergeBase(root, tip, head);
  if (ancestor === undefined || ancestor === head) {
    throw new UserError('There is nothing to compare with: this event names no base commit.', {
      hint: 'Give the input "base" (a branch, tag or commit), and check out with "fetch-depth: 0".',
    });
  }
  return ancestor;
}
