import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Discovery } from './discover.ts';
import type { Project } from './project.ts';

/** Projects that another tool, such as Terragrunt, makes of a tree. */
export interface WrappedProjects {
  /** With the folders that they are called by. */
  readonly projects: readonly { readonly folder: string; readonly project: Project }[];
  /** Folders that they stand for: those are no projects by themselves. */
  readonly roots: ReadonlySet<string>;
  /** Ids of projects that are there and are never applied: what is running of them stays. */
  readonly excluded: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export const NOTHING_WRAPPED: WrappedProjects = {
  projects: [],
  roots: new Set(),
  excluded: [],
  diagnostics: [],
};

/**
 * What discovery found, with the projects of another tool in the place of the root modules that it runs. Of a configured
 * list only those count that it names, by their folders, with what it says of them.
 */
export function withWrapped(found: Discovery, wrapped: WrappedProjects, isConfigured: boolean): Discovery {
  if (isConfigured) {
    const byFolder = new Map(wrapped.projects.map(({ folder, project }) => [folder, project]));
    return { ...found, projects: found.projects.map((project) => both(byFolder.get(project.path), project)) };
  }
  const isOwn = (folder: string): boolean => !wrapped.roots.has(folder);
  return {
    ...found,
    projects: [
      ...found.projects.filter(({ path }) => isOwn(path)),
      ...wrapped.projects.map(({ project }) => project),
    ],
    notEvaluated: found.notEvaluated.filter(isOwn),
    calledRoots: found.calledRoots.filter(isOwn),
  };
}

function both(wrapped: Project | undefined, configured: Project): Project {
  if (wrapped === undefined) return configured;
  return {
    ...wrapped,
    ...configured,
    path: wrapped.path,
    varFiles: [...wrapped.varFiles, ...configured.varFiles],
    variables: { ...wrapped.variables, ...configured.variables },
  };
}
