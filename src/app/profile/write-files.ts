import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../lib/errors.ts';

/** A file to write, or to take away. */
export interface FileChange {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** Null: it is taken away. */
  readonly text: string | null;
  /** Whether there must be no such file yet. */
  readonly isNew: boolean;
}

/**
 * Writes files into a repository and takes files away, all or, where one may not be written, none. A repository may come with links to anywhere: none is
 * followed. A reader sees a file as it was or as it is to be, never a part of it. Throws UserError.
 */
export function writeFiles(root: string, files: readonly FileChange[]): void {
  for (const file of files) mustBeFree(root, file);
  for (const { path, text } of files) {
    const target = join(root, path);
    if (text === null) {
      takeAway(target, path);
      continue;
    }
    const draft = `${target}.${randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(draft, text, { flag: 'wx' });
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw new UserError(`${path} cannot be written: ${reasonOf(error)}.`, {
        hint: 'Let the user that runs this program write it, and run it again: what was written before is whole.',
        cause: error,
      });
    }
  }
}

function takeAway(target: string, path: string): void {
  try {
    rmSync(target, { force: true });
  } catch (error) {
    throw new UserError(`${path} cannot be taken away: ${reasonOf(error)}.`, { cause: error });
  }
}

function mustBeFree(root: string, { path, isNew }: FileChange): void {
  const parts = path.split('/');
  for (const length of parts.keys()) {
    const part = parts.slice(0, length + 1).join('/');
    const found = statOf(join(root, part));
    if (found === undefined) return;
    if (found.isSymbolicLink()) throw refused(part, 'is a link, and what it leads to is not written');
    const isLast = length === parts.length - 1;
    if (!isLast && !found.isDirectory()) throw refused(part, 'is no folder');
    if (!isLast && statOf(join(root, part, '.git')) !== undefined)
      throw refused(part, 'is a repository of its own, such as a submodule');
    if (isLast && !found.isFile()) throw refused(part, 'is no file');
    if (isLast && isNew) throw refused(part, 'is there already, and git does not show it');
  }
}

function refused(path: string, what: string): UserError {
  return new UserError(`${path} ${what}.`, {
    hint: 'Nothing was written. Take it away, or put a plain file or folder in its place.',
  });
}

function statOf(path: string): ReturnType<typeof lstatSync> {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new UserError(`${path} cannot be looked at: ${reasonOf(error)}.`, { cause: error });
  }
}

/** The system's code, such as `EACCES`: its whole message has a path of this machine. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
