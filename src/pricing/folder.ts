import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { MANIFEST } from './format.ts';
import { type BookFiles, openBook, openBookFiles, type PriceBook } from './book.ts';

/** Longest file of a book that is read: the largest of the shipped one is a tenth of a megabyte. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Opens the book in a folder, such as one that a sync wrote. Throws a UserError when there is none or it is damaged. */
export function openBookFolder(folder: string): PriceBook {
  refuseNoBook(folder);
  return openBook(folderReader(folder));
}

/** The same file by file. `hint` is the way out where the book is damaged. */
export function openFolderFiles(folder: string, hint: string): BookFiles {
  refuseNoBook(folder);
  return openBookFiles(folderReader(folder), hint);
}

function refuseNoBook(folder: string): void {
  const manifest = join(folder, MANIFEST);
  if (statSync(manifest, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new UserError(`There is no price book in ${folder}.`, {
      hint: 'Name the folder that "tollgate prices sync" wrote: manifest.json lies in it.',
    });
  }
}

/** Gives the bytes of a file of the book in a folder. */
export function folderReader(folder: string): (file: string) => Buffer {
  return (file) => {
    const path = join(folder, file);
    if (statSync(path).size > MOST_BYTES) throw new Error('is too large');
    return readFileSync(path);
  };
}
