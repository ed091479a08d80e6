import { lstatSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { git } from './git.ts';

/**
 * The link on the way to a file that a repository brings, where there is one; the file itself counts too. Links that git does not
 * track were made by whoever named the file. Throws UserError without git, when there is any link.
 */
export function committedLink(file: string): string | undefined {
  const path = resolve(file);
  const above = dirname(path);
  const further = above === path ? undefined : committedLink(above);
  return further ?? (isLink(path) && isTracked(path) ? path : undefined);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // What is not there, or may not be looked at, is nothing to follow.
    return false;
  }
}

function isTracked(path: string): boolean {
  const asked = ['--literal-pathspecs', 'ls-files', '--error-unmatch', '--', basename(path)];
  return git(dirname(path), asked).code === 0;
}
