import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Resource, UnresolvedModule } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import type { Imported } from '../../diff/imported.ts';
import type { Moved } from '../../diff/moved.ts';
import type { Forgotten, Gap } from '../../diff/vanished.ts';
import { unknown } from '../evaluate/make.ts';
import type { Budget } from './instance/budget.ts';
import { collect } from './instance/collect.ts';
import type { Collected } from './instance/collect.ts';
import { importBlocks } from './instance/import-blocks.ts';
import { rootInputs } from './instance/inputs.ts';
import { ModuleInstance } from './instance/module-instance.ts';
import { rootValues } from './instance/root-values.ts';
import { Run } from './instance/run.ts';
import { reportUndeclared } from './instance/undeclared.ts';
import { TreeFiles } from './project/file-access.ts';
import { answerFilesOf } from './project/answer-files.ts';
import type { Project } from './project/project.ts';
import { unresolvedRoot } from './project/unresolved-root.ts';
import { varFilesOf } from './project/var-files.ts';
import { lockFileOf } from './provider/lock-file.ts';
import { configFiles } from './source/config-files.ts';
import type { ModuleDefinition } from './source/definition.ts';
import { folders, inFolder } from './source/folders.ts';
import type { ModuleLoader } from './source/load-module.ts';
import { staticReference } from './source/static.ts';

/** What one project declares, evaluated. */
export interface ProjectResult {
  readonly resources: readonly Resource[];
  readonly moved: readonly Moved[];
  readonly forgotten: readonly Forgotten[];
  readonly imported: readonly Imported[];
  readonly gaps: readonly Gap[];
  readonly unresolvedModules: readonly UnresolvedModule[];
  readonly diagnostics: readonly Diagnostic[];
  readonly filesRead: readonly string[];
}

/** Evaluates a project: its root module with the values of its variables, and all local modules that it reaches. */
export function evaluateProject(loader: ModuleLoader, project: Project, budget: Budget): ProjectResult {
  const files = new TreeFiles(loader.tree);
  const run = new Run(project, loader, files, budget);
  const lockFile = lockFileOf(loader, project.path);
  let imported: readonly Imported[] = [];
  const collected: Collected = { resources: [], moved: [], forgotten: [], folders: new Set() };
  const given = project.wrapper?.give();
  if (given?.isPartial === true) run.leaveGap('');
  for (const diagnostic of given?.diagnostics ?? []) run.report(diagnostic);
  const root = openRoot(run, given);
  if (root !== undefined) {
    collect(root, collected);
    imported = importBlocks(root);
    run.answers.reportUnused();
  } else if (project.wrapper?.unresolved !== undefined) {
    run.leaveGap('');
    run.unresolved.push(unresolvedRoot(loader, project, project.wrapper.unresolved, given));
  }
  return {
    resources: collected.resources,
    moved: collected.moved,
    forgotten: collected.forgotten,
    imported,
    gaps: [...run.gaps].map((address) => ({ project: project.id, address })),
    unresolvedModules: run.unresolved,
    diagnostics: run.diagnostics,
    filesRead: [
      ...[...collected.folders].flatMap((folder) => configPaths(loader, folder)),
      ...varFilesOf(loader.tree, project),
      ...answerFilesOf(project),
      ...(lockFile === undefined ? [] : [lockFile]),
      ...(project.wrapper?.reads() ?? []),
      ...files.paths,
    ],
  };
}

/** The outputs of a project by name, evaluated as far as they ask for it. */
export function projectOutputs(
  loader: ModuleLoader,
  project: Project,
  budget: Budget,
): ReadonlyMap<string, Value> | undefined {
  const run = new Run(project, loader, new TreeFiles(loader.tree), budget);
  const root = openRoot(run);
  if (root === undefined) return undefined;
  const names = [...root.definition.outputs.keys()];
  return new Map(names.map((name) => [name, root.output(name) ?? unknown('error-in-expression')]));
}

/** The root module of a run with the values of its variables, nothing evaluated; undefined without configuration. */
export function openRoot(run: Run, given = run.project.wrapper?.give()): ModuleInstance | undefined {
  const { project, loader } = run;
  if (project.wrapper?.unresolved !== undefined) return undefined;
  const definition = loader.loadRoot(project.path, given?.files, given?.unread);
  if (definition === undefined) return undefined;
  const values = rootValues(run, (name) => isText(definition, name), given);
  const named = [...values].filter(([name]) => given?.inputs.has(name) !== true);
  reportUndeclared(run, definition, named);
  return new ModuleInstance(run, definition, '', rootInputs(values, given?.rest));
}

/** Without a type a variable takes the text as it is. */
function isText(definition: ModuleDefinition, name: string): boolean {
  const type = definition.variables.get(name)?.attributes.get('type');
  return type === undefined || staticReference(type.attribute.value) === 'string';
}

/** The configuration files of a folder, links by the paths of both of their ends. */
function configPaths(loader: ModuleLoader, folder: string): readonly string[] {
  const { primary, override } = configFiles(folders(loader.tree).get(folder) ?? []);
  const linked = [...primary, ...override].map((name) => inFolder(folder, name));
  return [...linked, ...(loader.load(folder)?.files.map(({ source }) => source.path) ?? [])];
}
