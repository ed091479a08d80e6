import { projectFiles } from './closure.ts';
import type { Project } from './project.ts';
import type { ModuleLoader } from '../source/load-module.ts';

interface Side {
  readonly loader: ModuleLoader;
  readonly projects: readonly Project[];
}

/**
 * The ids of the projects that a change can touch: those that exist on one side only, and those of which a file that
 * their evaluation can read differs. All others have the same resources on both sides.
 */
export function touchedProjects(base: Side, head: Side): ReadonlySet<string> {
  const before = digests(base);
  const after = digests(head);
  const touched = new Set<string>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(id) !== after.get(id)) touched.add(id);
  }
  return touched;
}

function digests({ loader, projects }: Side): ReadonlyMap<string, string> {
  return new Map(
    projects.map((project) => {
      const files = projectFiles(loader, project).map((path) => `${path}\0${loader.tree.blobId(path) ?? ''}`);
      return [project.id, [project.path, ...files].join('\n')];
    }),
  );
}
