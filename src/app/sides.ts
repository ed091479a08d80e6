import type { SideRef } from '../model/result.ts';
import { gitTree } from '../tree/git-tree.ts';
import { ObjectStore } from '../tree/objects.ts';
import { UserError } from '../lib/errors.ts';
import { defaultBase, mergeBase, repositoryRoot, resolveCommit } from '../tree/repository.ts';
import type { Tree } from '../tree/tree.ts';
import { workTree } from '../tree/work-tree.ts';
import { isWanted } from './wanted.ts';

/** What to compare. */
export interface SidesRequest {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the merge base of HEAD and the default branch. */
  readonly base?: string;
  /** Default: the work tree as it lies on disk. */
  readonly head?: string;
  /** Compare with the merge base of both, as `git diff base...head` does. */
  readonly mergeBase?: boolean;
  /**
   * Where the configuration of the base is read. Default: the tip of what the base names, also when the comparison is with
   * an ancestor of it: a branch from before a rule must not escape the rule.
   */
  readonly configRef?: string;
}

export interface Side {
  readonly ref: SideRef;
  readonly tree: Tree;
}

export interface Sides {
  readonly root: string;
  readonly base: Side;
  readonly head: Side;
  /** What the change is merged into: its configuration is in force. */
  readonly target: Tree;
}

/** Opens both sides of a comparison. Throws UserError for a ref that is not there. */
export function openSides(request: SidesRequest): Sides {
  const root = repositoryRoot(request.repository);
  const store = new ObjectStore(root);
  const headCommit = request.head === undefined ? null : resolveCommit(root, request.head);
  const base = baseOf(root, request, headCommit);
  const target = resolveCommit(root, request.configRef ?? base.ref);
  const baseTree = gitTree(store, base.commit, isWanted);
  return {
    root,
    target: target === base.commit ? baseTree : gitTree(store, target, isWanted),
    base: { ref: { ref: base.ref, commit: base.commit }, tree: baseTree },
    head: sideAt(root, store, request.head, headCommit),
  };
}

/** One side alone: a ref, or without one the work tree as it lies on disk. Throws UserError for a ref that is not there. */
export function openSide(repository: string, ref?: string): Side & { readonly root: string } {
  const root = repositoryRoot(repository);
  const commit = ref === undefined ? null : resolveCommit(root, ref);
  return { root, ...sideAt(root, new ObjectStore(root), ref, commit) };
}

function sideAt(root: string, store: ObjectStore, ref: string | undefined, commit: string | null): Side {
  return commit === null
    ? { ref: { ref: 'working tree', commit }, tree: workTree(root) }
    : { ref: { ref: ref ?? 'HEAD', commit }, tree: gitTree(store, commit, isWanted) };
}

function baseOf(root: string, request: SidesRequest, head: string | null): { ref: string; commit: string } {
  if (request.base === undefined) return defaultBase(root, head ?? undefined);
  const commit = resolveCommit(root, request.base);
  if (request.mergeBase !== true) return { ref: request.base, commit };
  const ancestor = mergeBase(root, commit, head ?? resolveCommit(root, 'HEAD'));
  if (ancestor === undefined) {
    throw new UserError(`"${request.base}" and the head have no common ancestor in this clone.`, {
      hint: 'Fetch more history (git fetch --unshallow), or leave --merge-base out.',
    });
  }
  return { ref: request.base, commit: ancestor };
}
