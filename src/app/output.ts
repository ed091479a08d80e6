import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { committedLink } from '../tree/committed-link.ts';

/**
 * Writes a text to a file, making its folders. Throws UserError with the hint when that is not possible, and when a link of the
 * repository is on the way: it may lead anywhere.
 */
export function writeReport(file: string, text: string | Uint8Array, hint: string): void {
  const link = committedLink(file);
  if (link !== undefined) {
    const name = basename(link);
    throw new UserError(
      `${name} is a link that the repository brings, and what it leads to is not written.`,
      {
        hint,
      },
    );
  }
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`${file} cannot be written: ${(error as Error).message}`, {
      hint,
      cause: error,
    });
  }
}

/** Folder by folder: `mkdirSync` with `recursive` never ends where the system answers that a parent is missing. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
