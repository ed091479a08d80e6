import type { ProjectConfig, Regions } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource, UnresolvedModule } from '../../model/resource.ts';
import type { Tree } from '../../tree/tree.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Imported } from '../diff/imported.ts';
import type { Moved } from '../diff/moved.ts';
import type { Forgotten, Gap } from '../diff/vanished.ts';
import { Budget } from './module/instance/budget.ts';
import { evaluateProject } from './module/evaluate-project.ts';
import { discover } from './module/project/discover.ts';
import { ambiguousVarFiles } from './module/project/environment/ambiguous.ts';
import { withEnvironments } from './module/project/environment/environments.ts';
import { newVarFileWarnings, withNewVarFiles } from './module/project/environment/new-var-files.ts';
import { unusedVarFiles } from './module/project/environment/unused.ts';
import { excluding } from './module/project/excluding.ts';
import type { Project } from './module/project/project.ts';
import { NOTHING_WRAPPED, rootsBefore, withWrapped } from './module/project/wrapped.ts';
import type { WrappedProjects } from './module/project/wrapped.ts';
import type { Packages } from './module/fetch/package/packages.ts';
import { ModuleLoader } from './module/source/load-module.ts';
import type { ParseCache } from './module/source/parse-cache.ts';

export type { Project } from './module/project/project.ts';
export { missingProjects } from './module/project/missing.ts';
export { notEvaluated } from './module/project/not-evaluated.ts';
export { otherFormats } from './module/project/other-formats.ts';
export { skippedFiles } from './module/project/skipped-files.ts';
export { goneProjects } from './module/project/gone.ts';
export { lostProjects } from './module/project/lost.ts';
export { changedAnswers } from './module/project/changed-answers.ts';
export { calledRoots } from './module/project/called-roots.ts';
export { changedSubmodules } from './module/project/submodules.ts';
export { tofuTwins } from './module/project/tofu-twins.ts';
export { openPackages } from './module/fetch/open-packages.ts';
export type { Packages } from './module/fetch/package/packages.ts';
export type { WantedModule } from './module/fetch/package/resolution.ts';
export { callsElsewhere } from './module/project/calls-elsewhere.ts';
export { unlistedReads, upToMost } from './module/project/unlisted.ts';
export { unreadFiles } from './module/project/unread.ts';
export { touchedProjects } from './module/project/touched.ts';
export { changedPaths } from './module/project/changed.ts';
export { isTerraformFile } from './module/source/config-files.ts';
export { ParseCache } from './module/source/parse-cache.ts';

/** What is read of a tree. */
export interface TerraformOptions {
  /** Root modules named in the configuration; without any they are discovered. */
  readonly projects: readonly ProjectConfig[];
  /** Globs of files that are never read. */
  readonly exclude: readonly string[];
  /** For providers whose configuration names no region, in projects that have none of their own. */
  readonly regions?: Regions;
  /** Shared by both sides of a comparison. */
  readonly cache: ParseCache;
  /** Finds the projects that another tool makes of the tree. */
  readonly wrapped?: (loader: ModuleLoader, budget: Budget) => WrappedProjects;
  /** Modules from elsewhere, the same for both sides. Left out: none was looked for. */
  readonly packages?: Packages;
}

/** The Terraform configuration of one tree: parsed and its projects found, nothing evaluated. */
export interface TerraformSide {
  readonly loader: ModuleLoader;
  /** What all evaluations of the side may use up together. */
  readonly budget: Budget;
  /** Projects with configuration in this tree, sorted by id. */
  readonly projects: readonly Project[];
  /** Folders with configuration that look like modules and that no project reaches. */
  readonly notEvaluated: readonly string[];
  /** Of the projects, those that are called as modules here and were roots on the other side. */
  readonly calledRoots: readonly string[];
  /** Projects of another tool that the configured list leaves out. */
  readonly unlisted: readonly Project[];
  /** Ids of projects that are there and are never applied. */
  readonly excluded: readonly string[];
  /** Of finding the projects. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the evaluation of projects gave. */
export interface TerraformResult {
  readonly projects: readonly Project[];
  /** In the order of projects, modules and source. */
  readonly resources: readonly Resource[];
  readonly moved: readonly Moved[];
  readonly forgotten: readonly Forgotten[];
  readonly imported: readonly Imported[];
  readonly gaps: readonly Gap[];
  readonly unresolvedModules: readonly UnresolvedModule[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of all files that were read, sorted. */
  readonly filesRead: readonly string[];
}

/**
 * Finds the Terraform and OpenTofu projects of a tree. Throws UserError when the configured projects contradict each
 * other; what is wrong in the tree itself shows when it is evaluated. Of a head, `base` are the projects that were found
 * at the base: they stay roots.
 */
export function openTerraform(
  tree: Tree,
  options: TerraformOptions,
  base: readonly Project[] = [],
): TerraformSide {
  const loader = new ModuleLoader(excluding(tree, options.exclude), options.cache, tree, options.packages);
  const before = rootsBefore(base);
  const budget = new Budget();
  const found = discover(loader, options.projects, before.own);
  const wrapped = options.wrapped?.(loader, budget) ?? NOTHING_WRAPPED;
  const isConfigured = options.projects.length > 0;
  const {
    projects,
    notEvaluated,
    calledRoots,
    unlisted = [],
  } = withWrapped(found, wrapped, before, isConfigured);
  const plain = new Set(base.filter(({ varFiles }) => varFiles.length === 0).map(({ path }) => path));
  const environments = withEnvironments(loader, projects, plain);
  const opened = withNewVarFiles(environments.projects, base);
  return {
    loader,
    budget,
    projects: opened
      .filter(({ path, wrapper }) => wrapper !== undefined || loader.load(path) !== undefined)
      .map((project) => ({ ...project, regions: { ...options.regions, ...project.regions } }))
      .sort((a, b) => byCodePoint(a.id, b.id)),
    notEvaluated,
    calledRoots,
    unlisted,
    excluded: wrapped.excluded,
    diagnostics: [
      ...wrapped.diagnostics,
      ...ambiguousVarFiles(environments.ambiguous),
      ...unusedVarFiles(loader, environments.projects, environments.ambiguous),
      ...newVarFileWarnings(opened),
    ],
  };
}

/** Evaluates the projects of a side, or those that `only` wants. Never throws for what stands in the tree. */
export function readTerraform(
  side: TerraformSide,
  only: (project: Project) => boolean = () => true,
): TerraformResult {
  const projects = side.projects.filter(only);
  const results = projects.map((project) => evaluateProject(side.loader, project, side.budget));
  return {
    projects,
    resources: results.flatMap(({ resources }) => resources),
    moved: results.flatMap(({ moved }) => moved),
    forgotten: results.flatMap(({ forgotten }) => forgotten),
    imported: results.flatMap(({ imported }) => imported),
    gaps: results.flatMap(({ gaps }) => gaps),
    unresolvedModules: results.flatMap(({ unresolvedModules }) => unresolvedModules),
    diagnostics: withoutRepetition(results.flatMap(({ diagnostics }) => diagnostics)),
    filesRead: [...new Set(results.flatMap(({ filesRead }) => filesRead))].sort(byCodePoint),
  };
}

/** Several projects can reach the same module, and meet the same problem in it. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...byText.values()];
}
