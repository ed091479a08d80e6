import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { UserError } from '../lib/errors.ts';
import type { Config } from '../model/config.ts';
import { openBook, type PriceBook } from '../pricing/book.ts';
import { openBookFolder } from '../pricing/folder.ts';
import { isOutside } from '../tree/outside.ts';

/** The book that ships, or the one in a folder that was asked for. Throws a UserError when that is none. */
export function openPriceBook(folder: string | undefined): PriceBook {
  return folder === undefined || folder === '' ? openBook() : openBookFolder(folder);
}

/** Throws a UserError when the configuration asks for another book. */
export function checkPriceBook(
  book: PriceBook,
  { priceBook, file }: Pick<Config, 'priceBook' | 'file'>,
): void {
  if (priceBook === undefined || book.id.startsWith(priceBook)) return;
  throw new UserError(
    `The configuration asks for price book ${priceBook}, and this is ${book.id.slice(0, 12)}.`,
    {
      place: { file: file ?? 'tollgate.yml' },
      hint: 'Change price_book in it when these prices are wanted, or name the folder of the other book with --price-book DIR.',
    },
  );
}

/**
 * Says when the book that was asked for lies in the work tree of the repository and no configuration pins it: who writes a change
 * could have written its prices too. `folder` is undefined for the book that ships.
 */
export function announceBook(
  folder: string | undefined,
  root: string,
  { priceBook }: Pick<Config, 'priceBook'>,
  say: (line: string) => void,
): void {
  if (folder === undefined || priceBook !== undefined || isOutside(root, folder)) return;
  const place = relative(realpathSync(root), realpathSync(folder)).replaceAll('\\', '/');
  const where = place === '' || place.startsWith('../') ? 'a repository' : `the repository, in ${place}`;
  say(`Prices come from a book in ${where}: a change can bring prices of its own. Pin it with price_book.`);
}
