import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { unwritable } from './unwritable.ts';

/**
 * Writes a file beside its place and moves it there, so that half of one is never read. Throws a UserError when the disk is full
 * or the folder cannot be written; what was written so far is removed.
 */
export function writeAside(path: string, content: string | Buffer): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw unwritable(error);
  }
  try {
    // Not through a link that somebody left under this name.
    rmSync(draft, { force: true });
    writeFileSync(draft, content, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw unwritable(error);
  }
}
