import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { openCatalogue } from '../../../src/billing/resolve/catalogue.ts';
import { planSnapshots } from '../../../src/billing/snapshot/plan.ts';
import { memoryTree } from '../../support/memory-tree.ts';

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** When the change is checked. */
export const NOW = '2026-05-04T10:00:00Z';
/** When the base was published. */
export const BEFORE = '2026-03-01T00:00:00Z';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The repository before the change, without snapshots. */
export const base: Files = filesIn('base');
/** What the good change lays over it. */
export const change: Files = filesIn('change');

function filesIn(folder: string): Files {
  const paths = globSync('**/*', { cwd: `${here}${folder}`, withFileTypes: true });
  const hidden = globSync('.github/*', { cwd: `${here}${folder}` });
  const names = paths
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`${here}${folder}/`.length));
  return Object.fromEntries(
    [...names, ...hidden].sort().map((path) => [path, readFileSync(`${here}${folder}/${path}`, 'utf8')]),
  );
}

/** The files with the snapshots and the lock file that publishing them writes. */
export function withSnapshots(files: Files, now: string): Files {
  const { files: written } = planSnapshots(openCatalogue(memoryTree(files)), now);
  return { ...files, ...Object.fromEntries(written.map(({ path, text }) => [path, text])) };
}
