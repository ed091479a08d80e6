import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { isConfigFile, isTerraformFile } from '../source/config-files.ts';
import { folderOf } from '../source/folders.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import { changedPaths } from './changed.ts';
import { reachableModules } from './closure.ts';
import type { Project } from './project.ts';
import { varFilesOf } from './var-files.ts';

/** Folders that are named one by one; the others are counted. */
const MOST_FOLDERS = 50;

interface Side {
  readonly loader: ModuleLoader;
  readonly projects: readonly Project[];
}

/**
 * A warning for each folder with changed configuration or variable values that no project of any side reads: a module
 * that only other repositories or tools call, a root that is not among the configured ones, values that nobody loads.
 */
export function notEvaluated(base: Side, head: Side): readonly Diagnostic[] {
  const changed = changedPaths(base.loader.tree, head.loader.tree, isTerraformFile);
  if (changed.length === 0) return [];
  const reached = new Set([base, head].flatMap(reachedBy));
  const byFolder = new Map<string, string[]>();
  for (const path of changed) {
    const isConfig = isConfigFile(nameOf(path));
    if (reached.has(path) || (isConfig && reached.has(folderOf(path)))) continue;
    const files = byFolder.get(folderOf(path));
    if (files === undefined) byFolder.set(folderOf(path), [path]);
    else files.push(path);
  }
  const folders = [...byFolder].sort(([a], [b]) => byCodePoint(a, b));
  const shown = folders.slice(0, MOST_FOLDERS).map(([folder, files]) => warning(folder, files, head));
  return folders.length > MOST_FOLDERS ? [...shown, more(folders.length - MOST_FOLDERS)] : shown;
}

/** Module folders, configuration files (links lead out of their folder) and variable files that projects read. */
function reachedBy({ loader, projects }: Side): readonly string[] {
  return projects.flatMap((project) => [
    ...reachableModules(loader, project).flatMap(({ folder, files }) => [
      folder,
      ...files.map(({ source }) => source.path),
    ]),
    ...varFilesOf(loader.tree, project).flatMap((path) => [path, loader.tree.realPath?.(path) ?? path]),
  ]);
}

function warning(folder: string, files: readonly string[], head: Side): Diagnostic {
  const file = files.find((path) => head.loader.tree.blobId(path) !== undefined) ?? files[0] ?? '';
  const start = { line: 1, column: 1 };
  const isValues = files.every((path) => !isConfigFile(nameOf(path)));
  const [what, hint] = isValues
    ? [`The variable values in ${file}`, 'Name the file under "var_files" of a project in tollgate.yml.']
    : [
        folder === '' ? 'The Terraform configuration at the root of the repository' : folder,
        'To have it evaluated, name it under "projects" in tollgate.yml, or a folder that calls it as a module.',
      ];
  return {
    severity: 'warning',
    code: 'not-evaluated',
    message: `${what} changed, but no project uses ${isValues ? 'them, so they were' : 'it, so it was'} not evaluated.`,
    source: { file, start, end: start },
    hint,
  };
}

function more(folders: number): Diagnostic {
  const message = `${folders} more folders changed that no project uses; they were not evaluated.`;
  return { severity: 'warning', code: 'not-evaluated', message };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
