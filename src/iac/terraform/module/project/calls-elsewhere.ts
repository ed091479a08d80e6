import { rangeOf, type SourceRange } from '../../../../model/source.ts';
import { isInPackage } from '../../../../model/packaged.ts';
import type { WantedModule } from '../fetch/package/resolution.ts';
import { spanOf } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import type { ModuleTarget } from '../source/module-target.ts';
import { reachableModules } from './closure.ts';
import type { Project } from './project.ts';
import type { RootElsewhere } from './wrapper.ts';
import { append } from '../../../../lib/append.ts';

/** A module call that leads out of the repository. */
export interface CallElsewhere {
  readonly sourceAddress: string;
  /** Set for one that nobody has looked for yet. */
  readonly wanted?: WantedModule;
  /** Set for one that was found: what it is, and the folder of its package. */
  readonly found?: { readonly origin: string; readonly packageFolder: string };
  /** The call; of one that is written in a package, the call of the repository through which it is reached. */
  readonly source: SourceRange;
}

/** A module whose calls are looked at; `reachedBy` is the call in the repository that leads to the package it is in. */
interface Visit {
  readonly definition: ModuleDefinition;
  readonly reachedBy?: SourceRange;
}

/**
 * The calls of modules from elsewhere that projects reach, those in packages included. Each folder of a package is looked
 * at once: the first call that leads there stands for all.
 */
export function callsElsewhere(loader: ModuleLoader, projects: readonly Project[]): readonly CallElsewhere[] {
  const definitions = new Set(projects.flatMap((project) => reachableModules(loader, project)));
  const visits: Visit[] = [...definitions]
    .filter(({ folder }) => !isInPackage(`${folder}/`))
    .map((definition) => ({ definition }));
  const seen = new Set<string>();
  const found: CallElsewhere[] = [];
  for (const project of projects) {
    const root = project.wrapper?.elsewhere;
    if (root === undefined) continue;
    append(found, rootElsewhere(root));
    const definition = loader.loadRoot(project.path, project.wrapper?.files);
    if (definition !== undefined) visits.push({ definition, reachedBy: root.source });
  }
  for (const { definition, reachedBy } of visits) {
    for (const call of definition.calls.values()) {
      const target = loader.target(definition, call);
      const source = reachedBy ?? rangeOf(spanOf(call));
      const elsewhere = callElsewhere(target, source);
      if (elsewhere !== undefined) found.push(elsewhere);
      const isPackaged = target.kind === 'folder' && (target.found ?? reachedBy) !== undefined;
      if (!isPackaged || seen.has(target.folder)) continue;
      seen.add(target.folder);
      const called = loader.load(target.folder);
      // Visits that are added while they are gone through are gone through, too.
      if (called !== undefined) visits.push({ definition: called, reachedBy: source });
    }
  }
  return found;
}

/** A root module from elsewhere counts as if it were called where its source is written. */
function rootElsewhere({ resolution, ...call }: RootElsewhere): readonly CallElsewhere[] {
  if (resolution === undefined) return [call];
  const { sourceAddress, source } = call;
  return resolution.kind === 'found' ? [{ sourceAddress, source, found: resolution }] : [];
}

function callElsewhere(target: ModuleTarget, source: SourceRange): CallElsewhere | undefined {
  const { sourceAddress } = target;
  if (target.kind === 'elsewhere') {
    return target.missing === undefined ? { sourceAddress, wanted: target.wanted, source } : undefined;
  }
  if (target.kind === 'unreadable' || target.found === undefined) return undefined;
  return { sourceAddress, found: target.found, source };
}
