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
}

interface Candidate {
  readonly folder: string;
  readonly definition: ModuleDefinition;
  /** Has a mark that only roots have. */
  readonly marked: boolean;
}

/**
 * Finds root modules. A configured list wins. Else a root is a folder that no other local module calls and that has a
 * backend or cloud block, provider blocks, variable values, or (outside of `modules/` folders) resources or
 * module calls. A folder with a backend or cloud block that only
 * examples or tests call is a root still.
 */
export function discover(loader: ModuleLoader, configured: readonly ProjectConfig[]): Discovery {
  if (configured.length > 0) return { projects: configuredProjects(configured), notEvaluated: [] };
  const candidates = findCandidates(loader);
  const calledBy = callers(candidates);
  const anyMarked = candidates.some(({ folder, marked }) => marked && !calledBy.has(folder));
  const projects: Project[] = [];
  const notEvaluated: string[] = [];
  for (const candidate of candidates) {
    const { folder } = candidate;
    if (isRoot(candidate, calledBy.get(folder) ?? [], anyMarked)) projects.push(found(folder));
    else if (!calledBy.has(folder) && declaresAnything(candidate.definition)) notEvaluated.push(folder);
  }
  return { projects, notEvaluated };
}

function findCandidates(loader: ModuleLoader): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [folder, names] of folders(loader.tree)) {
    if (!names.some(isConfigFile) || isHidden(folder)) continue;
    const definition = loader.load(folder);
    if (definition === undefined) continue;
    const marked = hasBackend(definition) || definition.providers.size > 0 || names.some(isAutomaticVarFile);
    found.push({ folder, definition, marked });
  }
  return found.sort((a, b) => byCodePoint(a.folder, b.folder));
}

/** Folders that call a folder, by the folder that is called. A call of oneself does not count. */
function callers(candidates: readonly Candidate[]): ReadonlyMap<string, readonly string[]> {
  const calledBy = new Map<string, string[]>();
  for (const { folder, definition } of candidates) {
    for (const target of calledFolders(definition)) {
      if (target === folder) continue;
      const known = calledBy.get(target);
      if (known === undefined) calledBy.set(target, [folder]);
      else known.push(folder);
    }
  }
  return calledBy;
}

function isRoot(candidate: Candidate, calledBy: readonly string[], anyMarked: boolean): boolean {
  const { folder, definition, marked } = candidate;
  if (calledBy.length > 0) {
    return marked && hasBackend(definition) && calledBy.every(isExample);
  }
  if (marked) return true;
  const hasContent = definition.resources.size + definition.calls.size > 0;
  return hasContent && (!anyMarked || !folder.split('/').includes('modules'));
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
