import { openBook, type PriceBook } from '../pricing/book.ts';
import { openBookFolder } from '../pricing/folder.ts';

/** The book that ships, or the one in a folder that was asked for. Throws a UserError when that is none. */
export function openPriceBook(folder: string | undefined): PriceBook {
  return folder === undefined || folder === '' ? openBook() : openBookFolder(folder);
}
