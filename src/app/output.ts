import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../lib/errors.ts';

/** Writes a report to a file, making its folder. Throws UserError when that is not possible. */
export function writeReport(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`The report cannot be written to ${file}: ${(error as Error).message}`, {
      hint: 'Give a path that may be written with --out.',
      cause: error,
    });
  }
}
