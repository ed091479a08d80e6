import { byCodePoint } from '../../../../../lib/order.ts';
import { folderOf } from '../../source/folders.ts';
import type { ModuleLoader } from '../../source/load-module.ts';
import type { Project } from '../project.ts';
import { environmentIn, isCertain, withoutEnvironment } from './names.ts';
import { valueFiles } from './value-files.ts';
import type { ValueFile } from './value-files.ts';

/** Roots with the variable files of their environments. */
export interface Environments {
  readonly projects: readonly Project[];
  /** Variable files that could be for the same environment, so that it is not clear which to load; sorted. */
  readonly ambiguous: readonly string[];
}

/** A variable file for a root, and how near it is: a greater number is nearer. */
interface Suited {
  readonly file: ValueFile;
  readonly depth: number;
  /** How much it says: 0 for defaults, 2 for one that is called as the root is. */
  readonly weight: number;
  readonly names: ReadonlySet<string>;
}

/**
 * Makes of each discovered root one project for each environment that it has variable files for, called `root@environment`.
 * They lie in the root, in a folder around it, or in a folder for values beside or below one of these, and give a value to
 * at least one variable of the root. Files for all environments come first, then those of the environment, the nearest
 * last. A root whose own path names an environment stays one project, with the files of that one. `plain` are roots that
 * were one project without environment on the other side: they stay that, besides.
 */
export function withEnvironments(
  loader: ModuleLoader,
  projects: readonly Project[],
  plain: ReadonlySet<string>,
): Environments {
  const byFolder = valueFiles(loader.tree);
  if (byFolder.size === 0) return { projects, ambiguous: [] };
  const roots = new Set(projects.map(({ path }) => baseName(path)));
  const ambiguous = new Set<string>();
  const expanded = projects.flatMap((project) => {
    if (project.kind === 'configured' || project.wrapper !== undefined) return [project];
    const suited = suitedFiles(loader, project.path, byFolder, roots);
    const doubtful = conflicts(suited);
    for (const path of doubtful) ambiguous.add(path);
    const found = doubtful.length > 0 ? [] : expand(project, suited);
    if (found.length === 0) return [project];
    return plain.has(project.path) && found.every(({ id }) => id !== project.id)
      ? [project, ...found]
      : found;
  });
  return { projects: expanded, ambiguous: [...ambiguous].sort(byCodePoint) };
}

function expand(project: Project, suited: readonly Suited[]): readonly Project[] {
  const filesFor = (environment: string): readonly string[] =>
    suited
      .filter(({ file }) => file.environment === undefined || file.environment === environment)
      .map(({ file }) => file.path);
  const environments = new Set(suited.flatMap(({ file }) => file.environment ?? []));
  const inPath = project.path.split('/').flatMap((part) => environmentIn(part) ?? []);
  const own = inPath.findLast((environment) => environments.has(environment));
  if (own !== undefined) return [{ ...project, varFiles: filesFor(own) }];
  if (inPath.some(isCertain)) return [];
  return [...environments].sort(byCodePoint).map((environment) => ({
    ...project,
    id: `${project.id}@${environment}`,
    varFiles: filesFor(environment),
  }));
}

/** The files that suit a root, in the order of loading: those for all environments, then from far to near. */
function suitedFiles(
  loader: ModuleLoader,
  root: string,
  byFolder: ReadonlyMap<string, readonly ValueFile[]>,
  roots: ReadonlySet<string>,
): readonly Suited[] {
  const declared = loader.load(root)?.variables;
  if (declared === undefined || declared.size === 0) return [];
  const suited = new Map<string, Suited>();
  for (const [depth, folder] of withFoldersAround(root).entries()) {
    // What lies directly in a folder with configuration belongs to that root alone.
    const isForeign = folder !== root && loader.load(folder) !== undefined;
    for (const file of byFolder.get(folder) ?? []) {
      if (isForeign && folderOf(file.path) === folder) continue;
      const subject = subjectOf(file);
      const specific = subject !== '' && subject === baseName(root);
      if (!specific && !isForAll(file, subject, roots)) continue;
      const names = assignedNames(loader, file.path);
      if ([...names].some((name) => declared.has(name)))
        suited.set(file.path, { file, depth, weight: specific ? 2 : file.shared ? 0 : 1, names });
    }
  }
  return [...suited.values()].sort((a, b) => rank(a) - rank(b) || byCodePoint(a.file.path, b.file.path));
}

/** Files of one environment in one folder that give values to the same variable, and nothing tells which is later. */
function conflicts(suited: readonly Suited[]): readonly string[] {
  const found = new Set<string>();
  const givers = new Map<string, string>();
  for (const { file, names, weight } of suited) {
    if (file.environment === undefined) continue;
    for (const name of names) {
      const key = JSON.stringify([file.environment, folderOf(file.path), weight, name]);
      const other = givers.get(key);
      if (other !== undefined) found.add(other).add(file.path);
      givers.set(key, file.path);
    }
  }
  return [...found];
}

/** What a file is about besides its environment: a root, or nothing. */
function subjectOf({ stem, environment }: ValueFile): string {
  return environment === undefined ? stem.toLowerCase() : withoutEnvironment(stem, environment);
}

/** Whether a file is not for another root alone. One that names neither an environment nor says that it is for all is for none. */
function isForAll({ environment, shared }: ValueFile, subject: string, roots: ReadonlySet<string>): boolean {
  return shared || (environment !== undefined && (subject === '' || !roots.has(subject)));
}

/** Files for all environments before those of one, far before near, defaults before others. */
function rank({ file, depth, weight }: Suited): number {
  return (file.environment === undefined ? 0 : 10_000) + 3 * depth + weight;
}

/** The names that a variable file gives values to. */
function assignedNames(loader: ModuleLoader, path: string): ReadonlySet<string> {
  return new Set(loader.parse(path).body.attributes.map(({ name }) => name));
}

/** The repository, and all folders from there to a folder, itself included. */
function withFoldersAround(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
