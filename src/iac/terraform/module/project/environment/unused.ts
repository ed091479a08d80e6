import type { Diagnostic } from '../../../../../model/diagnostic.ts';
import { byCodePoint } from '../../../../../lib/order.ts';
import type { ModuleLoader } from '../../source/load-module.ts';
import type { Project } from '../project.ts';
import { varFilesOf } from '../var-files.ts';
import { valueFiles } from './value-files.ts';

/** How many files are named. */
const MOST_FILES = 5;

/**
 * One warning for the variable files around roots that give a variable which its root is not given otherwise, and that no
 * project uses: what they are for cannot be told from their names. Nothing without any,
 * and nothing of roots with `ambiguous` files: those are told of already.
 */
export function unusedVarFiles(
  loader: ModuleLoader,
  projects: readonly Project[],
  ambiguous: readonly string[],
): readonly Diagnostic[] {
  const byFolder = valueFiles(loader.tree);
  if (byFolder.size === 0) return [];
  const used = new Set(projects.flatMap((project) => varFilesOf(loader.tree, project)));
  const doubtful = new Set(ambiguous);
  const unused = new Set<string>();
  for (const project of projects) {
    if (project.kind === 'configured' || project.wrapper !== undefined) continue;
    const missing = missingVariables(loader, project);
    if (missing.size === 0) continue;
    const around = [project.path, above(project.path)].flatMap((folder) => byFolder.get(folder) ?? []);
    if (around.some(({ path }) => doubtful.has(path))) continue;
    for (const { path } of around) {
      if (!used.has(path) && assigned(loader, path).some((name) => missing.has(name))) unused.add(path);
    }
  }
  const paths = [...unused].sort(byCodePoint);
  const [file] = paths;
  if (file === undefined) return [];
  const more = paths.length - MOST_FILES;
  const shown = paths.slice(0, MOST_FILES).join(', ') + (more > 0 ? ` and ${more} more` : '');
  const start = { line: 1, column: 1 };
  return [
    {
      severity: 'warning',
      code: 'unused-var-files',
      message: `Not used: ${shown}. A root lacks variables that are given there.`,
      source: { file, start, end: start },
      hint: 'Name them under "projects[].var_files" in tollgate.yml.',
    },
  ];
}

/** Variables of a root without a default that nothing gives a value to. */
function missingVariables(loader: ModuleLoader, project: Project): ReadonlySet<string> {
  const given = new Set(varFilesOf(loader.tree, project).flatMap((path) => assigned(loader, path)));
  const declared = [...(loader.load(project.path)?.variables ?? [])];
  return new Set(
    declared.flatMap(([name, { attributes }]) =>
      attributes.has('default') || given.has(name) ? [] : [name],
    ),
  );
}

function assigned(loader: ModuleLoader, path: string): readonly string[] {
  return loader.parse(path).body.attributes.map(({ name }) => name);
}

function above(folder: string): string {
  return folder.slice(0, Math.max(folder.lastIndexOf('/'), 0));
}
