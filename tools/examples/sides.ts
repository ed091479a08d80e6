import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { EXAMPLES } from './files.ts';
import type { Files } from './snapshots.ts';

/** The files of both sides of an example: those of `change` lie over those of `base`. */
export function sidesOf(example: string): { readonly base: Files; readonly head: Files } {
  const base = filesIn(join(EXAMPLES, example, 'base'));
  return { base, head: { ...base, ...filesIn(join(EXAMPLES, example, 'change')) } };
}

function filesIn(root: string): Files {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
}
