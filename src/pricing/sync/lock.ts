import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/errors.ts';
import { unwritable } from './unwritable.ts';

/**
 * Holds a folder for one sync at a time: a file with the number of the process. One whose process is gone is taken over. Throws a
 * UserError when another sync is at work, or when the folder cannot be written. Gives what ends the hold.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(error);
      const holder = holderOf(file);
      if (holder !== undefined && isAlive(holder)) throw busy(holder);
      rmSync(file, { force: true });
    }
  }
  throw busy(holderOf(file));
}

function holderOf(file: string): number | undefined {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function busy(holder: number | undefined): UserError {
  const who = holder === undefined ? '' : ` (process ${holder})`;
  return new UserError(`Another sync is writing this price book${who}.`, {
    hint: 'Wait until it is done, or write to another folder with --out.',
  });
}
