import { lstatSync, mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../../lib/errors.ts';
import { unwritable } from './unwritable.ts';

const HINT = 'Remove it, or name another folder with --out.';

/**
 * Makes a folder inside the folder of a book and gives its path. Throws a UserError where a part of the way is a link: what is
 * written or removed there would be somebody else's; and where a part is no folder.
 */
export function ownFolder(book: string, inside: string): string {
  try {
    mkdirSync(book, { recursive: true });
  } catch (error) {
    throw unwritable(error);
  }
  let path = book;
  for (const part of inside.split(/[\\/]/).filter((name) => name !== '.' && name !== '')) {
    if (part === '..')
      throw new UserError('A name in the price book leads out of its folder.', { hint: HINT });
    path = join(path, part);
    makeFolder(path, path.slice(book.length + 1).replaceAll(sep, '/'));
  }
  return path;
}

function makeFolder(path: string, name: string): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) mkdirSync(path);
  } catch (error) {
    throw unwritable(error);
  }
  if (!lstatSync(path).isSymbolicLink()) return;
  throw new UserError(
    `${name} in the folder of the price book is a link, and what it leads to is not the book's.`,
    {
      hint: HINT,
    },
  );
}
