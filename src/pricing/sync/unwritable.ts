import { UserError } from '../../lib/errors.ts';

/** What to say when a file of the book, or what is kept beside it, cannot be written. */
export function unwritable(cause: unknown): UserError {
  const isFull = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
  return new UserError(
    isFull
      ? 'The disk is full: the price book stays as it was.'
      : 'The folder of the price book cannot be written.',
    { hint: 'Name one that can with --out, or let TOLLGATE_CACHE_DIR name one.', cause },
  );
}
