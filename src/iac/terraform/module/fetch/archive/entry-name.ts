import { pathOf } from '../../../../../tree/path-text.ts';
import { FetchProblem } from '../fetch-problem.ts';

/** The path of an archive's entry, relative to its root; `""` for the root. */
export interface EntryName {
  readonly path: string;
  readonly isText: boolean;
}

/**
 * Reads the name of an entry. Throws FetchProblem for one that leads out of the archive: no honest archive has it, so that
 * nothing of it is taken.
 */
export function entryName(bytes: Uint8Array): EntryName {
  const { path, isText } = pathOf(bytes);
  const isAbsolute = path.startsWith('/') || (isText && path.includes('\\')) || /^[a-z]:/i.test(path);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (isAbsolute || parts.includes('..') || path.includes('\0')) {
    throw new FetchProblem('The archive has an entry whose name leads out of it; nothing of it is taken.');
  }
  return { path: parts.join('/'), isText };
}
