import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { git } from './git.ts';

/**
 * Whether a folder, which need not be there yet, lies outside of a work tree once links are followed, and no other work tree
 * tracks anything of it: so that no commit brings what is in it.
 */
export function isOutside(root: string, folder: string): boolean {
  const [tree, place] = [realPath(root), realPath(folder)];
  const way = relative(tree, place);
  const isInside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return !isInside && !hasTracked(place);
}

/** The path without links: those of a part that is not there cannot be followed, and need not. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), path.slice(above.length));
  }
}

/** Whether a work tree tracks anything in a folder, so that a commit brought it. */
export function hasTracked(folder: string): boolean {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isThere && git(folder, ['ls-files', '-z']).stdout.length > 0;
}
