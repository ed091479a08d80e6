import { UserError } from '../lib/errors.ts';
import type { Config } from '../model/config.ts';
import { openBook, type PriceBook } from '../pricing/book.ts';
import { openBookFolder } from '../pricing/folder.ts';

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
      hint: 'Change price_book in it when the new prices are wanted, or name the folder of the old book.',
    },
  );
}
