import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { isConfigFile, isTerraformFile } from '../source/config-files.ts';
import { folderOf } from '../source/folders.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import { changedPaths } from './changed.ts';
import { modulesFrom, reachableModules } from './closure.ts';
import type { Project } from './project.ts';

/** Folders that are named one by one; the others are counted. */
const MOST_FOLDERS = 50;

/** Projects that are named in one warning. */
const MOST_USERS = 3;

interface Side {
  readonly loader: ModuleLoader;
  readonly projects: readonly Project[];
}

/**
 * A warning for each folder with changed configuration or variable values of which the evaluation of no side has read
 * anything: a module that only other repositories or tools call, or that is called with no instance, a root that is not
 * among the configured ones, values that nobody loads.
 */
export function notEvaluated(base: Side, head: Side, filesRead: ReadonlySet<string>): readonly Diagnostic[] {
  const changed = changedPaths(base.loader.tree, head.loader.tree, isTerraformFile);
  const read = readBy([base, head], filesRead);
  const byFolder = new Map<string, string[]>();
  for (const path of changed) {
    const isConfig = isConfigFile(nameOf(path));
    if (read.has(path) || (isConfig && read.has(folderOf(path)))) continue;
    const files = byFolder.get(folderOf(path));
    if (files === undefined) byFolder.set(folderOf(path), [path]);
    else files.push(path);
  }
  const folders = [...byFolder].sort(([a], [b]) => byCodePoint(a, b));
  if (folders.length === 0) return [];
  const called = new Set([base, head].flatMap(reachedBy));
  const doubtful = possibleUsers([base, head]);
  const shown = folders.slice(0, MOST_FOLDERS).map(([folder, files]) => {
    const isCalled = called.has(folder);
    return warning(folder, files, { head, isCalled, users: isCalled ? [] : doubtful(folder) });
  });
  return folders.length > MOST_FOLDERS ? [...shown, more(folders.length - MOST_FOLDERS)] : shown;
}

/** What the evaluation has read: configuration files and their folders, and variable files by the paths of both ends of a link. */
function readBy(sides: readonly Side[], filesRead: ReadonlySet<string>): ReadonlySet<string> {
  const read = new Set(filesRead);
  for (const path of filesRead) {
    if (isConfigFile(nameOf(path))) read.add(folderOf(path));
    for (const { loader } of sides) read.add(loader.tree.realPath?.(path) ?? path);
  }
  return read;
}

/**
 * The projects that may use a folder, since it cannot be told what their root module is: those that it is a choice of, and
 * else those of which nothing at all is known.
 */
function possibleUsers(sides: readonly Side[]): (folder: string) => readonly Project[] {
  const byFolder = new Map<string, Map<string, Project>>();
  const note = (folder: string, project: Project): void => {
    const users = byFolder.get(folder) ?? new Map<string, Project>();
    byFolder.set(folder, users.set(project.id, project));
  };
  for (const { loader, projects } of sides) {
    for (const project of projects) {
      const candidates = project.wrapper?.unresolved?.candidates;
      if (candidates?.length === 0) note(ANYWHERE, project);
      for (const candidate of candidates ?? []) {
        for (const { folder } of modulesFrom(loader, candidate)) note(folder, project);
      }
    }
  }
  return (folder) => [
    ...(byFolder.get(folder) ?? byFolder.get(ANYWHERE) ?? new Map<string, Project>()).values(),
  ];
}

/** Stands for all folders; no path is so. */
const ANYWHERE = '/';

/** The folders of the modules that the projects call, directly or not, and however often. */
function reachedBy({ loader, projects }: Side): readonly string[] {
  return projects.flatMap((project) => reachableModules(loader, project).map(({ folder }) => folder));
}

interface Use {
  readonly head: Side;
  readonly isCalled: boolean;
  /** Projects of which nobody can tell whether they use it. */
  readonly users: readonly Project[];
}

function warning(folder: string, files: readonly string[], { head, isCalled, users }: Use): Diagnostic {
  const file = files.find((path) => head.loader.tree.blobId(path) !== undefined) ?? files[0] ?? '';
  const start = { line: 1, column: 1 };
  const isValues = files.every((path) => !isConfigFile(nameOf(path)));
  const { message, hint } = isValues ? ofValues(file) : ofFolder(folder, isCalled, users);
  return { severity: 'warning', code: 'not-evaluated', message, source: { file, start, end: start }, hint };
}

interface Texts {
  readonly message: string;
  readonly hint: string;
}

function ofValues(file: string): Texts {
  return {
    message: `The variable values in ${file} changed, but no project uses them, so they were not evaluated.`,
    hint: 'Name the file under "var_files" of a project in tollgate.yml.',
  };
}

function ofFolder(folder: string, isCalled: boolean, users: readonly Project[]): Texts {
  const what = folder === '' ? 'The Terraform configuration at the root of the repository' : folder;
  const [first] = users;
  if (first !== undefined) {
    return {
      message: `${what} changed, and it cannot be told whether it is the source of ${named(users)}, so it was not evaluated.`,
      hint: first.wrapper?.unresolved?.hint ?? 'Tell what their sources depend on in tollgate.yml.',
    };
  }
  return {
    message: isCalled
      ? `${what} changed, but it is called as a module without an instance, so it was not evaluated.`
      : `${what} changed, but no project uses it, so it was not evaluated.`,
    hint: 'To have it evaluated, name it under "projects" in tollgate.yml, or a folder that calls it as a module.',
  };
}

function named(projects: readonly Project[]): string {
  const shown = projects.slice(0, MOST_USERS).map(({ id }) => id);
  const others = projects.length - shown.length;
  return shown.join(', ') + (others > 0 ? ` and ${others} more` : '');
}

function more(folders: number): Diagnostic {
  const message = `${folders} more folders changed that no project uses; they were not evaluated.`;
  return { severity: 'warning', code: 'not-evaluated', message };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
