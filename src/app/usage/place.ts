import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../lib/errors.ts';

/** A file that is to be written. */
export interface Place {
  /** From the top of the repository. */
  readonly file: string;
  readonly path: string;
}

/**
 * Where in a repository a new file goes. Throws UserError when that is outside of it, when a link is on the way, or when something
 * is there: a repository may come with links to anywhere, and figures that are recorded are not written over.
 */
export function newFileIn(root: string, out: string): Place {
  const path = resolve(root, out);
  const way = relative(root, path);
  const parts = way.split(sep);
  if (way === '' || parts[0] === '..' || isAbsolute(way)) {
    throw new UserError(`${out} is no file in the repository.`, {
      hint: 'Give --out a path from the top of the repository, or - and send what is printed elsewhere.',
    });
  }
  const above = parts.map((_, index) => parts.slice(0, index + 1));
  for (const part of above) {
    const found = lstatSync(join(root, ...part), { throwIfNoEntry: false });
    if (found?.isSymbolicLink() === true) {
      throw new UserError(`${part.join('/')} is a link, and what it leads to is not written.`, {
        hint: 'Name a file with --out that no link is on the way to.',
      });
    }
    if (found !== undefined && part.length === parts.length) {
      throw new UserError(`${parts.join('/')} exists.`, {
        hint: 'Print what would be written with --out -, or name another file: figures that are recorded stand in it.',
      });
    }
  }
  return { file: parts.join('/'), path };
}
