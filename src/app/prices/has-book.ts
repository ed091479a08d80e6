import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../../pricing/format.ts';

/** Whether a price book lies in a folder. */
export function hasBook(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}
