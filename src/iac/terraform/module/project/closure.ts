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

/**
 * All files that the evaluation of a project can read, sorted: configuration of the root and of the modules that it
 * reaches, variable files, and files that functions read. A path that is not static stands for every file.
 */
export function projectFiles(loader: ModuleLoader, project: Project): readonly string[] {
  const files = new Set([...varFilesOf(loader.tree, project), ...answerFilesOf(project)]);
  const lockFile = lockFileOf(loader, project.path);
  if (lockFile !== undefined) files.add(lockFile);
  for (const path of project.wrapper?.reads() ?? []) files.add(path);
  for (const definition of reachableModules(loader, project)) {
    for (const { source } of definition.files) files.add(source.path);
    for (const path of inputFiles(loader.tree, definition, project.path)) files.add(path);
  }
  return [...files].sort(byCodePoint);
}

/** The root module of a project and all modules that it reaches. */
export function reachableModules(loader: ModuleLoader, project: Project): readonly ModuleDefinition[] {
  const seen = new Map<string, ModuleDefinition>();
  const root = project.wrapper?.unresolved
    ? undefined
    : loader.loadRoot(project.path, project.wrapper?.files);
  if (root === undefined) return [];
  seen.set(project.path, root);
  const pending = [...loader.calledFolders(root)];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const definition = seen.has(folder) ? undefined : loader.load(folder);
    if (definition === undefined) continue;
    seen.set(folder, definition);
    pending.push(...loader.calledFolders(definition));
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
