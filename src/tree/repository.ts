import { statSync } from 'node:fs';
import { UserError } from '../lib/errors.ts';
import { git, gitText } from './git.ts';

/** The top folder of the repository that a folder lies in. Throws UserError when there is no such folder or repository. */
export function repositoryRoot(folder: string): string {
  mustBeFolder(folder);
  const root = isBare(folder) ? folder : gitText(folder, ['rev-parse', '--show-toplevel']);
  if (root === undefined) {
    throw new UserError(`${folder} is not in a git repository.`, {
      hint: 'Run tollgate inside a clone, or name a folder of one: --repo DIR, or the PATH of `estimate`. `tollgate demo` makes one to play with.',
    });
  }
  return root;
}

function mustBeFolder(folder: string): void {
  // A name with a null byte makes the system call throw, and names no folder either.
  const found = folder.includes('\0') ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const problem = found === undefined ? 'There is no such folder' : 'This is a file and not a folder';
  throw new UserError(`${problem}: ${folder}.`, { hint: 'Name a folder inside a git repository.' });
}

/** The full commit id that a ref names. Throws UserError that says how to fetch a ref that is not there. */
export function resolveCommit(root: string, ref: string): string {
  const commit = findCommit(root, ref);
  if (commit === undefined) throw missingRef(root, ref);
  return commit;
}

/** The full commit id that a ref names, or undefined when this clone does not have it. */
export function findCommit(root: string, ref: string): string | undefined {
  if (ref.startsWith('-') || ref.includes('\0')) return undefined;
  return gitText(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
}

/**
 * The parents of a commit as its object lists them. Works at depth 1, where `git log` shows none:
 * the first parent of GitHub's test merge commit is the true base of a pull request.
 */
export function parentsOf(root: string, commit: string): readonly string[] {
  const object = git(root, ['cat-file', 'commit', commit]).stdout.toString('utf8');
  const header = object.slice(0, object.indexOf('\n\n'));
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1] ?? '');
}

/** The best common ancestor of two commits, or undefined (unrelated, or cut off in a shallow clone). */
export function mergeBase(root: string, a: string, b: string): string | undefined {
  return gitText(root, ['merge-base', a, b]);
}

/**
 * What `check` compares with when no base is given: the merge base of the head (HEAD, if none is given) and the
 * default branch (`origin/HEAD`, `origin/main`, `origin/master`, `main`, `master`), else HEAD itself.
 */
export function defaultBase(root: string, commit?: string): { ref: string; commit: string } {
  const head = commit ?? findCommit(root, 'HEAD');
  if (head === undefined) {
    throw new UserError('This repository has no commit yet, so there is nothing to compare with.', {
      hint: 'Commit first, or try `tollgate demo`.',
    });
  }
  for (const branch of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
    const tip = findCommit(root, branch);
    const ancestor = tip === undefined ? undefined : mergeBase(root, tip, head);
    if (ancestor !== undefined) return { ref: branch, commit: ancestor };
  }
  return { ref: 'HEAD', commit: head };
}

/** Whether a folder is that of a repository without a work tree. */
export function isBare(folder: string): boolean {
  return gitText(folder, ['rev-parse', '--is-bare-repository']) === 'true';
}

/** Whether the clone lacks history. */
export function isShallow(root: string): boolean {
  return gitText(root, ['rev-parse', '--is-shallow-repository']) === 'true';
}

function missingRef(root: string, ref: string): UserError {
  const message = `There is no commit "${ref}" in this clone.`;
  return new UserError(message, { hint: rangeHint(ref) ?? fetchHint(root, ref) });
}

/** For `main..feature` and `main...feature`, which git takes for two refs. */
function rangeHint(ref: string): string | undefined {
  const [, base, dots, head] = /^([\w/@-]+)(\.{2,3})([\w/@-]+)$/.exec(ref) ?? [];
  if (base === undefined || head === undefined) return undefined;
  return `Give the two refs apart: --base ${base} --head ${head}${dots === '...' ? ' --merge-base' : ''}.`;
}

function fetchHint(root: string, ref: string): string {
  const remote = gitText(root, ['remote'])?.split('\n')[0] ?? '';
  const name = ref.replace(/^(refs\/heads\/|refs\/remotes\/)/, '').replace(/^origin\//, '');
  const safe = /^[\w./-]+$/.test(name) && !name.startsWith('-') ? name : 'REF';
  const fetch =
    remote === ''
      ? 'The repository has no remote; give a commit, tag or branch that `git log --all` shows.'
      : `Fetch it first: git fetch --depth=1 ${remote} ${safe}, then use FETCH_HEAD or the commit id.`;
  const shallow = isShallow(root)
    ? ' This clone is shallow; `git fetch --unshallow` brings all history.'
    : '';
  return fetch + shallow;
}
