import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { fileInputs } from '../source/file-inputs.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import { resolvePath } from '../source/folders.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import { answerFilesOf } from './answer-files.ts';
import { lockFileOf } from '../provider/lock-file.ts';
import { filesBelow } from './file-access.ts';
import type { Project } from './project.ts';
import { varFilesOf } from './var-files.ts';
import type { RootFiles } from './wrapper.ts';
import { append } from '../../../../lib/append.ts';

/**
 * All files that the evaluation of a project can read, sorted: configuration of the root and of the modules that it
 * reaches, variable files, and files that functions read. A path that is not static stands for every file.
 */
export function projectFiles(loader: ModuleLoader, project: Project): readonly string[] {
  const files = new Set([...varFilesOf(loader.tree, project), ...answerFilesOf(project)]);
  const lockFile = lockFileOf(loader, project.path);
  if (lockFile !== undefined) files.add(lockFile);
  for (const path of project.wrapper?.reads() ?? []) files.add(path);
  addModuleFiles(files, loader, reachableModules(loader, project), project.path);
  for (const path of candidateFiles(loader, project)) files.add(path);
  return [...files].sort(byCodePoint);
}

/** All files that the folders can read that may be the root module of a project, sorted; none when that is known. */
export function candidateFiles(loader: ModuleLoader, project: Project): readonly string[] {
  const files = new Set<string>();
  for (const folder of project.wrapper?.unresolved?.candidates ?? []) {
    addModuleFiles(files, loader, modulesFrom(loader, folder), folder);
  }
  return [...files].sort(byCodePoint);
}

function addModuleFiles(
  files: Set<string>,
  loader: ModuleLoader,
  definitions: readonly ModuleDefinition[],
  root: string,
): void {
  for (const definition of definitions) {
    for (const { source } of definition.files) files.add(source.path);
    for (const path of inputFiles(loader.tree, definition, root)) files.add(path);
  }
}

/** The root module of a project and all modules that it reaches. */
export function reachableModules(loader: ModuleLoader, project: Project): readonly ModuleDefinition[] {
  return project.wrapper?.unresolved ? [] : modulesFrom(loader, project.path, project.wrapper?.files);
}

/** The module in a folder, with files in the place of its own, and all modules that it reaches. */
export function modulesFrom(
  loader: ModuleLoader,
  folder: string,
  files?: RootFiles,
): readonly ModuleDefinition[] {
  const root = loader.loadRoot(folder, files);
  if (root === undefined) return [];
  const seen = new Map([[folder, root]]);
  const pending = [...loader.calledFolders(root)];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const definition = seen.has(next) ? undefined : loader.load(next);
    if (definition === undefined) continue;
    seen.set(next, definition);
    append(pending, loader.calledFolders(definition));
  }
  return [...seen.values()];
}

function inputFiles(tree: Tree, definition: ModuleDefinition, root: string): readonly string[] {
  return definition.files.flatMap(fileInputs).flatMap((input) => {
    if (input.from === 'anywhere') return tree.paths;
    const path = resolvePath(input.from === 'module' ? definition.folder : root, input.path);
    if (path === undefined) return [];
    return tree.blobId(path) === undefined ? filesBelow(tree, path) : [path];
  });
}
