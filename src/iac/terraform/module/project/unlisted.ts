import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { isTerraformFile } from '../source/config-files.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import { changedPaths } from './changed.ts';
import type { Project } from './project.ts';

/** Files that are named one by one; the others are counted. */
const MOST_FILES = 20;

interface Side {
  readonly loader: ModuleLoader;
  readonly unlisted: readonly Project[];
}

/**
 * A warning for each changed file that only projects of another tool read which the configured list leaves out, by its
 * path: what it changes about them is not judged. `read` are the files that were evaluated. Terraform's own files are told
 * by their folders.
 */
export function unlistedReads(
  base: Side,
  head: Side,
  read: ReadonlySet<string>,
): ReadonlyMap<string, Diagnostic> {
  const told = new Map<string, Diagnostic>();
  const unlisted = [base, head].flatMap((side) => side.unlisted);
  if (unlisted.length === 0) return told;
  const isOpen = (path: string): boolean => !read.has(path) && !isTerraformFile(path);
  const changed = new Set(changedPaths(base.loader.tree, head.loader.tree, isOpen));
  if (changed.size === 0) return told;
  const users = new Map<string, Set<string>>();
  for (const { id, wrapper } of unlisted) {
    for (const path of wrapper?.reads() ?? []) {
      if (changed.has(path)) users.set(path, (users.get(path) ?? new Set()).add(id));
    }
  }
  for (const path of changed) {
    const ids = users.get(path);
    if (ids !== undefined) told.set(path, warning(path, [...ids]));
  }
  return told;
}

/** The warnings, of very many the first ones and a count. */
export function upToMost(told: ReadonlyMap<string, Diagnostic>): readonly Diagnostic[] {
  const shown = [...told.values()].slice(0, MOST_FILES);
  const more = told.size - shown.length;
  if (more <= 0) return shown;
  const message = `${more} more changed files are read by projects alone that are not listed, and are not judged.`;
  return [...shown, { severity: 'warning', code: 'not-evaluated', message }];
}

function warning(path: string, ids: readonly string[]): Diagnostic {
  const [first = '', ...others] = ids;
  const start = { line: 1, column: 1 };
  const who = others.length === 0 ? first : `${first} and ${others.length} more`;
  return {
    severity: 'warning',
    code: 'not-evaluated',
    message: `${path} changed, which only projects read that are not listed: ${who}. What it changes is not judged.`,
    source: { file: path, start, end: start },
    hint: 'Name them under "projects" in tollgate.yml, or leave the list out so that all are found.',
  };
}
