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

/** What the projects of the other side say of folders. */
export interface RootsBefore {
  /** Folders that were projects by themselves. */
  readonly own: ReadonlySet<string>;
  /** Folders that only another tool ran. */
  readonly wrapped: ReadonlySet<string>;
}

/** Tells the folders that were projects by themselves from those that only another tool ran. */
export function rootsBefore(projects: readonly Project[]): RootsBefore {
  const own = new Set<string>();
  const wrapped = new Set<string>();
  for (const { id, path, wrapper } of projects) {
    if (wrapper === undefined || id === (path === '' ? '.' : path)) own.add(path);
    else wrapped.add(path);
    for (const folder of wrapper?.unresolved?.candidates ?? []) wrapped.add(folder);
  }
  return { own, wrapped: new Set([...wrapped].filter((folder) => !own.has(folder))) };
}

/**
 * What discovery found, with the projects of another tool in the place of the root modules that it runs. Of a configured
 * list only those count that it names, by their folders, with what it says of them. A folder that was a project by itself
 * stays one, and one that was none is none because nothing runs it any more: else the cost of what is added or deleted
 * would be made up for by a project that only looks as if it went or came.
 */
export function withWrapped(
  found: Discovery,
  wrapped: WrappedProjects,
  before: RootsBefore,
  isConfigured: boolean,
): Discovery {
  if (isConfigured) {
    const byFolder = new Map(wrapped.projects.map(({ folder, project }) => [folder, project]));
    const listed = new Set(found.projects.map(({ path }) => path));
    const others = wrapped.projects.filter(({ folder }) => !listed.has(folder));
    return {
      ...found,
      projects: found.projects.map((project) => both(byFolder.get(project.path), project)),
      unlisted: others.map(({ project }) => project),
    };
  }
  const units = new Set(wrapped.projects.map(({ folder }) => folder));
  const isKept = (folder: string): boolean =>
    wrapped.roots.has(folder) && before.own.has(folder) && !units.has(folder);
  const isOwn = (folder: string): boolean =>
    isKept(folder) || (!wrapped.roots.has(folder) && !before.wrapped.has(folder));
  const own = found.projects.filter(({ path }) => isOwn(path));
  const kept = own.map(({ path }) => path).filter(isKept);
  return {
    ...found,
    projects: [...own, ...wrapped.projects.map(({ project }) => project)],
    notEvaluated: found.notEvaluated.filter(isOwn),
    calledRoots: [...new Set([...found.calledRoots.filter(isOwn), ...kept])],
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
