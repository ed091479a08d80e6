import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { type TemporaryRepository, temporaryRepository } from '../support/temporary-repository.ts';

type Files = Readonly<Record<string, string>>;

/** A repository as GitHub hosts it: `main`, a pull request from branch `change`, and its test merge commit. */
export interface HostedPullRequest {
  readonly origin: TemporaryRepository;
  /** First commit of `main`: where the branch left. */
  readonly fork: string;
  /** Tip of `main`. */
  readonly base: string;
  /** Tip of the pull request's branch. */
  readonly head: string;
  /** What would be merged: parents are `base` and `head`. */
  readonly merge: string;
  /** A clone that holds one commit, as actions/checkout makes it. */
  checkout(commit: string, depth?: number): string;
  [Symbol.dispose](): void;
}

/** Hosts a repository with `main` files, files that `main` got after the branch left, and the branch's changes. */
export function hostPullRequest(main: Files, change: Files, meanwhile: Files = {}): HostedPullRequest {
  const origin = temporaryRepository();
  // What GitHub's server allows.
  origin.git('config', 'uploadpack.allowFilter', 'true');
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const fork = origin.commit(main, 'main');
  origin.git('checkout', '--quiet', '-b', 'change');
  const head = origin.commit(change, 'change');
  origin.git('checkout', '--quiet', 'main');
  const base = Object.keys(meanwhile).length === 0 ? fork : origin.commit(meanwhile, 'meanwhile');
  origin.git('checkout', '--quiet', '--detach', base);
  origin.git('merge', '--quiet', '--no-ff', '--message', 'test merge', head);
  const merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/7/merge', merge);
  origin.git('checkout', '--quiet', 'main');
  const clones: string[] = [];
  return {
    origin,
    fork,
    base,
    head,
    merge,
    checkout(commit, depth = 1) {
      const folder = mkdtempSync(join(tmpdir(), 'tollgate-clone-'));
      clones.push(folder);
      const into = (...args: string[]): string => origin.git('-C', folder, ...args);
      into('init', '--quiet');
      into('remote', 'add', 'origin', pathToFileURL(origin.folder).href);
      if (depth === 0) into('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*');
      into('fetch', '--quiet', ...(depth === 0 ? [] : [`--depth=${depth}`]), '--no-tags', 'origin', commit);
      into('checkout', '--quiet', '--detach', 'FETCH_HEAD');
      return folder;
    },
    [Symbol.dispose]() {
      origin[Symbol.dispose]();
      for (const folder of clones) rmSync(folder, { recursive: true, force: true });
    },
  };
}
