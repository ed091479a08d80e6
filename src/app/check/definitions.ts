import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource, UnresolvedModule } from '../../model/resource.ts';
import type { Moved } from '../../iac/diff/moved.ts';
import { bothSides } from './diagnostics.ts';
import {
  missingProjects,
  notEvaluated,
  openTerraform,
  otherFormats,
  ParseCache,
  readTerraform,
  skippedFiles,
  touchedProjects,
} from '../../iac/terraform/index.ts';
import type { TerraformSide } from '../../iac/terraform/index.ts';
import type { Tree } from '../../tree/tree.ts';
import { moduleChanges, moduleWarnings } from './unresolved.ts';
import type { ModuleChanges } from './unresolved.ts';

/** The resources of both sides of a comparison. */
export interface Definitions {
  readonly base: readonly Resource[];
  readonly head: readonly Resource[];
  /** Resources of projects that the change does not touch: the same on both sides. */
  readonly untouched: readonly Resource[];
  readonly moved: readonly Moved[];
  /** Of the head and of untouched projects. */
  readonly unresolvedModules: readonly UnresolvedModule[];
  readonly moduleChanges: ModuleChanges;
  readonly diagnostics: readonly Diagnostic[];
  readonly projects: { readonly evaluated: number; readonly skipped: number };
}

/**
 * Reads the infrastructure definitions of both trees. Projects that the change does not touch are evaluated
 * once when `untouched` asks for them, on both sides when their costs can differ all the same, and else only counted.
 */
export function readDefinitions(
  base: Tree,
  head: Tree,
  config: Config,
  untouched: 'skip' | 'once' | 'compare',
): Definitions {
  const options = {
    projects: config.projects,
    exclude: config.exclude,
    cache: new ParseCache(),
    ...(config.defaultRegions === undefined ? {} : { regions: config.defaultRegions }),
  };
  const sides = { base: openTerraform(base, options), head: openTerraform(head, options) };
  const known = new Set([...sides.base.projects, ...sides.head.projects].map((project) => project.id));
  const touched = untouched === 'compare' ? known : touchedProjects(sides.base, sides.head);
  const before = readTerraform(sides.base, (project) => touched.has(project.id));
  const after = readTerraform(sides.head, (project) => touched.has(project.id));
  const rest = readTerraform(sides.head, (project) => untouched === 'once' && !touched.has(project.id));
  const evaluated = touched.size + rest.projects.length;
  const modules = moduleChanges(before.unresolvedModules, after.unresolvedModules);
  const evaluation = bothSides(
    { tree: base, diagnostics: [...before.diagnostics, ...rest.diagnostics] },
    { tree: head, diagnostics: [...after.diagnostics, ...rest.diagnostics] },
  );
  const diagnostics = [
    ...evaluation,
    ...moduleWarnings(modules, evaluation),
    ...missingProjects(config.projects, sides.base, sides.head),
    ...leftOut(sides.base, sides.head),
  ];
  return {
    base: before.resources,
    head: after.resources,
    untouched: rest.resources,
    moved: after.moved,
    unresolvedModules: [...after.unresolvedModules, ...rest.unresolvedModules],
    moduleChanges: modules,
    diagnostics,
    projects: { evaluated, skipped: known.size - evaluated },
  };
}

/** What changed and is read by no project, in no format that is read here, or not at all. */
function leftOut(base: TerraformSide, head: TerraformSide): readonly Diagnostic[] {
  const [before, after] = [base.loader.tree, head.loader.tree];
  return [...notEvaluated(base, head), ...otherFormats(before, after), ...skippedFiles(before, after)];
}
