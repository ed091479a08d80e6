import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { planSnapshots } from '../../src/billing/snapshot/plan.ts';
import { byCodePoint } from '../../src/lib/order.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';

/** States of the price list before the one of today, each laid over the one before it; the name says when it was published. */
const HISTORY = fileURLToPath(new URL('history', import.meta.url));
const BASE_PUBLISHED = '2026-07-30T09:00:00Z';
const CHANGE_PUBLISHED = '2026-11-16T09:00:00Z';

/** Texts by path in the repository. */
export type Files = Readonly<Record<string, string>>;

/** Snapshots and lock files of both sides of an example, as publishing each state of its history writes them. */
export function snapshotsOf(example: string): { readonly base: Files; readonly change: Files } {
  const history = readdirSync(HISTORY).sort(byCodePoint);
  let published: Files = {};
  let files: Files = {};
  const publish = (state: string, now: string) => {
    files = { ...files, ...sourcesIn(state), ...published };
    const written = publishedFiles(files, now);
    published = { ...published, ...written };
    return written;
  };
  for (const month of history) publish(join(HISTORY, month), `${month}-15T09:00:00Z`);
  publish(join(example, 'base'), BASE_PUBLISHED);
  return { base: published, change: publish(join(example, 'change'), CHANGE_PUBLISHED) };
}

/** What publishing a state writes. Throws on anything that is wrong with the state itself. */
function publishedFiles(files: Files, now: string): Files {
  const { files: written, diagnostics } = planSnapshots(openCatalogue(memoryTree(files)), now);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return Object.fromEntries(written.map(({ path, text }) => [path, text]));
}

/** What people write in a folder: without what publishing writes. */
function sourcesIn(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const own = paths.filter((path) => !/billing[./](snapshots|lock|usage)/.test(relative(folder, path)));
  return Object.fromEntries(own.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}
