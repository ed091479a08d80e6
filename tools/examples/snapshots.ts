import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { planSnapshots } from '../../src/billing/snapshot/plan.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';

/** Texts by path in the repository. */
export type Files = Readonly<Record<string, string>>;

/** A folder with the files of a state of a repository that differ from the state before, and when they were published. */
export interface State {
  readonly folder: string;
  readonly publishedAt: string;
}

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const HISTORY = fileURLToPath(new URL('history', import.meta.url));

/** A folder of an example: `base` or `change`. */
export function side(example: string, name: 'base' | 'change', publishedAt: string): State {
  return { folder: join(EXAMPLES, example, name), publishedAt };
}

/** A state of an example before its base, named by its month. */
export function past(example: string, month: string): State {
  return { folder: join(HISTORY, example, month), publishedAt: `${month}-15T09:00:00Z` };
}

/**
 * What publishing each state, laid over those before it, writes: snapshots and the lock file. The first of the two results holds all
 * that was written up to the base, the second what the change adds.
 */
export function snapshotsOf(history: readonly State[], change: State): { readonly base: Files; readonly change: Files } {
  let sources: Files = {};
  let published: Files = {};
  const publish = ({ folder, publishedAt }: State): Files => {
    sources = { ...sources, ...sourcesIn(folder) };
    const written = publishedFiles({ ...sources, ...published }, publishedAt);
    published = { ...published, ...written };
    return written;
  };
  history.forEach(publish);
  return { base: published, change: publish(change) };
}

/** What publishing a state writes. Throws on anything that is wrong with the state itself. */
function publishedFiles(files: Files, now: string): Files {
  const { files: written, diagnostics } = planSnapshots(openCatalogue(memoryTree(files)), now);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return Object.fromEntries(written.map(({ path, text }) => [path, text]));
}

/** What people write in a folder: without what publishing writes, and without usage. */
function sourcesIn(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const own = paths.filter((path) => !/billing[./](snapshots|lock|usage)/.test(relative(folder, path)));
  return Object.fromEntries(own.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}
