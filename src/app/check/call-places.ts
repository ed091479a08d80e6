import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Finding } from '../../model/finding.ts';
import { isInPackage } from '../../model/packaged.ts';
import type { ResolvedModule } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import { callsElsewhere } from '../../iac/terraform/index.ts';
import type { Project, TerraformSide } from '../../iac/terraform/index.ts';
import type { OpenedDefinitions } from './open-definitions.ts';

type PlaceInRepository = (place: SourceRange) => SourceRange;

/**
 * Finds for a place in a module from elsewhere the call in the repository that leads there, in the head if it has one: only
 * there can a remark stand. Any other place stays as it is.
 */
export function callPlaces({ head, base }: Pick<OpenedDefinitions, 'base' | 'head'>): PlaceInRepository {
  const calls = new Map<string, SourceRange>();
  for (const { loader, projects } of [head, base]) {
    for (const { found, source } of callsElsewhere(loader, projects)) {
      if (found !== undefined && !calls.has(found.packageFolder)) calls.set(found.packageFolder, source);
    }
  }
  return (place) => {
    if (!isInPackage(place.file)) return place;
    for (let at = place.file; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
      const call = calls.get(at);
      if (call !== undefined) return call;
    }
    return place;
  };
}

/** A diagnostic about a module from elsewhere at its call; what it says begins with the place that it is about. */
export function atCall(diagnostic: Diagnostic, placeInRepository: PlaceInRepository): Diagnostic {
  const { source, message } = diagnostic;
  const call = source === undefined ? undefined : placeInRepository(source);
  if (source === undefined || call === undefined || call === source) return diagnostic;
  return { ...diagnostic, source: call, message: `In ${source.file}:${source.start.line}: ${message}` };
}

/** A finding about a resource of a module from elsewhere at the call of the module. */
export function findingAtCall(finding: Finding, placeInRepository: PlaceInRepository): Finding {
  return finding.source === undefined ? finding : { ...finding, source: placeInRepository(finding.source) };
}

/** The modules from elsewhere that projects call, each once by its source and what was found. */
export function resolvedModules(
  { loader }: TerraformSide,
  projects: readonly Project[],
): readonly ResolvedModule[] {
  const resolved = new Map<string, ResolvedModule>();
  for (const { found, sourceAddress, source } of callsElsewhere(loader, projects)) {
    if (found === undefined) continue;
    const { origin } = found;
    const key = JSON.stringify([sourceAddress, origin]);
    if (!resolved.has(key)) resolved.set(key, { sourceAddress, origin, source });
  }
  return [...resolved.values()];
}
