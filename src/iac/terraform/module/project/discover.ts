import type { ProjectConfig } from '../../../../model/config.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { calledFolders } from '../source/calls.ts';
import { isConfigFile } from '../source/config-files.ts';
import { nestedBodies } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import { folders } from '../source/folders.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import { configuredProjects } from './configured.ts';
import type { Project } from './project.ts';
import { isAutomaticVarFile } from './var-files.ts';

/** What discovery found: roots to evaluate, and folders with configuration that no root reaches. */
export interface Discovery {
  readonly projects: readonly Project[];
  /** Folders that look like modules for others to call: they have no values of their own. */
  readonly notEvaluated: readonly string[];
  /** Roots of which only the other side tells that they are no modules: they are called here. */
  readonly calledRoots: readonly string[];
  /** Projects of another tool that a configured list leaves out. */
  readonly unlisted?: readonly Project[];
}

interface Candidate {
  readonly folder: string;
  readonly definition: ModuleDefinition;
  /** Has a mark that only roots have. */
  readonly marked: boolean;
  /** Has what it takes to be applied by itself, whoever calls it. */
  readonly applied: boolean;
}

/**
 * Finds root modules. A configured list wins. Else a root is a folder that has a backend or cloud block, provider
 * configurations or variable values, or that no other local module calls and that has, outside of `modules/` folders,
 * resources or module calls. `rootsBefore` are folders that are roots on the other side: whoever calls them now, with a
 * count of 0 perhaps, they can still be applied by themselves.
 */
export function discover(
  loader: ModuleLoader,
  configured: readonly ProjectConfig[],
  rootsBefore: ReadonlySet<string>,
): Discovery {
  if (configured.length > 0)
    return { projects: configuredProjects(configured), notEvaluated: [], calledRoots: [] };
  const candidates = findCandidates(loader);
  const calls = called(loader, candidates);
  const anyMarked = candidates.some(({ folder, marked }) => marked && !calls.has(folder));
  const projects: Project[] = [];
  const notEvaluated: string[] = [];
  const calledRoots: string[] = [];
  for (const candidate of candidates) {
    const { folder } = candidate;
    const isCalled = calls.has(folder);
    if (isRoot(candidate, isCalled, anyMarked)) projects.push(found(folder));
    else if (rootsBefore.has(folder)) {
      projects.push(found(folder));
      if (isCalled) calledRoots.push(folder);
    } else if (!isCalled && declaresAnything(candidate.definition)) notEvaluated.push(folder);
  }
  return { projects, notEvaluated, calledRoots };
}

function findCandidates(loader: ModuleLoader): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [folder, names] of folders(loader.tree)) {
    if (!names.some(isConfigFile) || isHidden(folder)) continue;
    const definition = loader.load(folder);
    if (definition === undefined) continue;
    const applied = hasBackend(definition) || hasOwnProvider(definition) || names.some(isAutomaticVarFile);
    found.push({ folder, definition, marked: applied || definition.providers.size > 0, applied });
  }
  return found.sort((a, b) => byCodePoint(a.folder, b.folder));
}

/** Folders that others call, behind links too. A call of oneself does not count. */
function called(loader: ModuleLoader, candidates: readonly Candidate[]): ReadonlySet<string> {
  return new Set(
    candidates.flatMap(({ folder, definition }) =>
      calledFolders(definition)
        .map((target) => loader.load(target)?.folder ?? target)
        .filter((target) => target !== folder),
    ),
  );
}

function isRoot(
  { folder, definition, marked, applied }: Candidate,
  isCalled: boolean,
  anyMarked: boolean,
): boolean {
  if (isCalled) return applied;
  if (marked) return true;
  const hasContent = definition.resources.size + definition.calls.size > 0;
  return hasContent && (!anyMarked || !folder.split('/').includes('modules'));
}

/** Arguments of a provider block that configure nothing: modules of old have them to be passed a configuration. */
const PROXY = new Set(['alias', 'version']);

function hasOwnProvider(definition: ModuleDefinition): boolean {
  return [...definition.providers.values()].some(
    ({ attributes, blocks }) => blocks.length > 0 || [...attributes.keys()].some((name) => !PROXY.has(name)),
  );
}

function hasBackend(definition: ModuleDefinition): boolean {
  return definition.settings.some((settings) =>
    ['backend', 'cloud'].some((name) => nestedBodies(settings, name).length > 0),
  );
}

function declaresAnything(definition: ModuleDefinition): boolean {
  return definition.resources.size + definition.calls.size + definition.data.size > 0;
}

function found(folder: string): Project {
  return {
    id: folder === '' ? '.' : folder,
    path: folder,
    kind: isExample(folder) ? 'example' : 'root',
    varFiles: [],
    variables: {},
  };
}

function isExample(folder: string): boolean {
  return /(^|\/)(examples?|tests?|testdata|fixtures)(\/|$)/.test(folder);
}

function isHidden(folder: string): boolean {
  return folder.split('/').some((part) => part.startsWith('.'));
}
