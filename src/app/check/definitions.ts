import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { isInPackage } from '../../model/packaged.ts';
import type { ResolvedModule, Resource, UnresolvedModule } from '../../model/resource.ts';
import type { ProjectInput } from '../../model/result.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Moved } from '../../iac/diff/moved.ts';
import { settleVanished } from '../../iac/diff/vanished.ts';
import type { Settled } from '../../iac/diff/vanished.ts';
import { bothSides } from './diagnostics.ts';
import type { Found } from './diagnostics.ts';
import {
  calledRoots,
  changedAnswers,
  changedPaths,
  changedSubmodules,
  goneProjects,
  isTerraformFile,
  lostProjects,
  missingProjects,
  notEvaluated,
  otherFormats,
  readTerraform,
  skippedFiles,
  tofuTwins,
  touchedProjects,
  unlistedReads,
  unreadFiles,
  upToMost,
} from '../../iac/terraform/index.ts';
import type { TerraformResult, TerraformSide } from '../../iac/terraform/index.ts';
import type { OpenedDefinitions } from './open-definitions.ts';
import { projectInputs } from './recorded/inputs.ts';
import { NO_FILES, withFiles } from './recorded/open.ts';
import type { OpenedFiles } from './recorded/open.ts';
import { atCall, callPlaces, resolvedModules } from './call-places.ts';
import { newlyExcluded } from './newly-excluded.ts';
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
  /** Modules from elsewhere that were found, of the same. */
  readonly resolvedModules: readonly ResolvedModule[];
  /** The call in the repository that leads to a place in a module from elsewhere; any other place as it is. */
  readonly placeInRepository: (place: SourceRange) => SourceRange;
  readonly moduleChanges: ModuleChanges;
  readonly diagnostics: readonly Diagnostic[];
  readonly projects: { readonly evaluated: number; readonly skipped: number };
  /** What each evaluated project was read from, sorted by id. */
  readonly inputs: readonly ProjectInput[];
}

/**
 * Evaluates the infrastructure definitions of both sides. Projects that the change does not touch are evaluated
 * once when `untouched` asks for them, on both sides when their costs can differ all the same, and else only counted.
 * Where there is a plan for a project, both sides are what that says; a state fills in what is not known.
 */
export function readDefinitions(
  sides: OpenedDefinitions,
  config: Config,
  untouched: 'skip' | 'once' | 'compare',
  files: OpenedFiles = NO_FILES,
): Definitions {
  const known = new Set([...sides.base.projects, ...sides.head.projects].map((project) => project.id));
  const touched = new Set(untouched === 'compare' ? known : touchedProjects(sides.base, sides.head));
  for (const project of files.projects) {
    known.add(project);
    touched.add(project);
  }
  const written = {
    before: readTerraform(sides.base, (project) => touched.has(project.id)),
    after: readTerraform(sides.head, (project) => touched.has(project.id)),
  };
  const { before, after, ...planned } = withFiles(written.before, written.after, files);
  const rest = readTerraform(sides.head, (project) => untouched === 'once' && !touched.has(project.id));
  const evaluated = touched.size + rest.projects.length;
  const modules = moduleChanges(before.unresolvedModules, after.unresolvedModules);
  const lost = [
    ...lostProjects(sides.base.projects, sides.head.projects, sides.head.loader.tree),
    ...sides.head.excluded.map((project) => ({ project, address: '' })),
  ];
  const settled = settleVanished(before.resources, after.resources, {
    ...after,
    gaps: [...after.gaps, ...lost],
  });
  const evaluation = bothSides(
    found({ side: sides.base, result: before, rest }, { side: sides.head, result: after }),
    found({ side: sides.head, result: after, rest }, { side: sides.base, result: before }),
  );
  const read = new Set([before, after, rest].flatMap(({ filesRead }) => filesRead));
  const placeInRepository = callPlaces(sides);
  const diagnostics = [
    ...sides.diagnostics,
    ...evaluation,
    ...planned.diagnostics,
    ...settled.diagnostics,
    ...goneProjects(sides.base.projects, sides.head.projects, deletedByProject(settled)),
    ...moduleWarnings(modules, evaluation),
    ...newlyExcluded(sides.base, sides.head),
    ...missingProjects(config.projects, sides.base, sides.head),
    ...leftOut(sides.base, sides.head, read),
  ];
  return {
    base: settled.base,
    head: settled.head,
    untouched: rest.resources,
    moved: after.moved,
    unresolvedModules: [...after.unresolvedModules, ...rest.unresolvedModules],
    resolvedModules: resolvedModules(sides.head, [...after.projects, ...rest.projects]),
    placeInRepository,
    moduleChanges: modules,
    diagnostics: diagnostics.map((diagnostic) => atCall(diagnostic, placeInRepository)),
    projects: { evaluated, skipped: known.size - evaluated },
    inputs: projectInputs([...touched, ...rest.projects.map(({ id }) => id)], files, { ...written, rest }),
  };
}

/** How many resources of each project are at the base, of projects that have none at the head. */
function deletedByProject({ base, head }: Settled): ReadonlyMap<string, number> {
  const there = new Set(head.map(({ project }) => project));
  const counts = new Map<string, number>();
  for (const { project } of base) {
    if (!there.has(project)) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  return counts;
}

/** One side, and what the evaluation of the projects that the change touches gave. */
interface Evaluated {
  readonly side: TerraformSide;
  readonly result: TerraformResult;
}

/**
 * What was found on one side: by evaluation, and in changed files, or files that the other side has read, which
 * evaluation has not read. `rest` are the projects that the change does not touch.
 */
function found(one: Evaluated & { readonly rest: TerraformResult }, other: Evaluated): Found {
  const { side, result, rest } = one;
  const changed = changedPaths(other.side.loader.tree, side.loader.tree, isTerraformFile);
  const paths = [...new Set([...changed, ...other.result.filesRead.filter(isOwn)])];
  const unread = unreadFiles(side.loader, paths, new Set([...result.filesRead, ...rest.filesRead]));
  return {
    tree: side.loader.tree,
    diagnostics: [...side.diagnostics, ...result.diagnostics, ...rest.diagnostics, ...unread],
  };
}

/** A definition of the repository itself: what packages of modules hold is nobody's change. */
function isOwn(path: string): boolean {
  return isTerraformFile(path) && !isInPackage(path);
}

/** What changed and is read by no project, in no format that is read here, by one program only, or not at all. */
function leftOut(base: TerraformSide, head: TerraformSide, read: ReadonlySet<string>): readonly Diagnostic[] {
  const [before, after] = [base.loader.tree, head.loader.tree];
  const unlisted = unlistedReads(base, head, read);
  return [
    ...notEvaluated(base, head, read),
    ...upToMost(unlisted),
    ...calledRoots(head),
    ...otherFormats(before, after, new Set([...read, ...unlisted.keys()])),
    ...changedSubmodules(before, after),
    ...tofuTwins(before, after),
    ...changedAnswers(before, after, head.projects),
    ...skippedFiles(before, after),
  ];
}
