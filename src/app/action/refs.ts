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
  readonly kind: 'refs';
  readonly base: string;
  readonly head: string;
  /** Whose configuration is in force: the base, or where its branch is by now. */
  readonly target: string;
  /** What was fetched, and what to know about the choice. */
  readonly notes: readonly string[];
}

/** The event brings nothing that could be compared, and why. */
export interface NoRefs {
  readonly kind: 'nothing';
  readonly reason: string;
}

/**
 * The commits to compare for an event. For a pull request that is what would be merged: the test merge commit against
 * its first parent, which is the base that GitHub merged into (the base in the event may be newer or older). What the
 * clone lacks is fetched from `origin`. A commit that is on the default branch already, of an event without a base, is
 * nothing to compare. Throws UserError when the base cannot be told from this clone, PlatformError when a fetch fails.
 */
export function chooseRefs(root: string, event: EventCommits, base: string | undefined): Refs | NoRefs {
  const notes: string[] = [];
  const bring = (commit: string): string => {
    const fetched = fetchBase(root, commit, 'HEAD', wantedBy(root, 'HEAD'));
    if (fetched !== undefined) notes.push(fetched);
    return commit;
  };
  const merge =
    event.mergeSha === undefined ? undefined : testMerge(root, event.mergeSha, event.headSha, bring);
  const head = merge?.commit ?? bring(event.headSha);
  const comparedWith = (commit: string, target = commit): Refs => {
    return { kind: 'refs', base: commit, head, target, notes };
  };
  if (base !== undefined) return comparedWith(givenBase(root, base, bring));
  if (merge !== undefined) return comparedWith(bring(merge.base), laterBase(root, event, merge.base));
  if (event.baseSha === undefined) {
    const left = forkPoint(root, event, head);
    return left.commit === head
      ? { kind: 'nothing', reason: ON_DEFAULT_BRANCH }
      : comparedWith(left.commit, left.branch);
  }
  const tip = bring(event.baseSha);
  if (event.kind !== 'pull-request') return comparedWith(tip);
  const ancestor = mergeBase(root, tip, head);
  if (ancestor === undefined) {
    notes.push('no common ancestor in this clone: what changed on the base branch meanwhile shows as undone');
  }
  return comparedWith(ancestor ?? tip, tip);
}

/** The base of the event where this clone can tell that it is later than the one that GitHub merged into. */
function laterBase(root: string, { baseSha }: EventCommits, merged: string): string {
  const tip = baseSha === undefined ? undefined : findCommit(root, baseSha);
  return tip !== undefined && mergeBase(root, merged, tip) === merged ? tip : merged;
}

const ON_DEFAULT_BRANCH =
  'The commit is on the default branch already, and the event names nothing to compare it with. ' +
  'To compare it all the same, give the input "base".';

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

/** Where the head left the default branch: the head itself when it is on that branch; and where that branch is. */
function forkPoint(root: string, event: EventCommits, head: string): { commit: string; branch: string } {
  const { defaultBranch } = event;
  const branch = defaultBranch && findCommit(root, `refs/remotes/origin/${defaultBranch}`);
  const commit = branch && mergeBase(root, branch, head);
  if (branch === undefined || commit === undefined) {
    throw new UserError('There is nothing to compare with: this event names no base commit.', {
      hint: 'Give the input "base" (a branch, tag or commit), and check out with "fetch-depth: 0".',
    });
  }
  return { commit, branch };
}
