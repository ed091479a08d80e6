import { byCodePoint } from '../../lib/order.ts';
import type { Coverage, KnownCounts } from '../../model/result.ts';
import { sourceJson } from './source.ts';

/** What the gate could see. */
export function coverageJson(coverage: Coverage): object {
  const { A, B, C, D } = coverage.lines;
  return {
    projects: coverage.projects,
    projectsSkipped: coverage.projectsSkipped,
    resources: coverage.resources,
    attributes: knownJson(coverage.attributes),
    tags: knownJson(coverage.tags),
    lines: { A, B, C, D },
    free: coverage.free,
    unknownTypes: coverage.unknownTypes.map(({ type, count }) => ({ type, count })),
    unknownRepetition: coverage.unknownRepetition,
    unresolvedModules: coverage.unresolvedModules.map((module) => ({
      address: module.address,
      sourceAddress: module.sourceAddress,
      reason: module.reason,
      source: sourceJson(module.source),
    })),
    resolvedModules: (coverage.resolvedModules ?? []).map((module) => ({
      sourceAddress: module.sourceAddress,
      origin: module.origin,
      source: sourceJson(module.source),
    })),
    filesSkipped: coverage.filesSkipped,
  };
}

function knownJson({ known, assumed, unknown, culprits = [], moreCulprits = 0 }: KnownCounts): object {
  const reasons = Object.entries(unknown).sort(([a], [b]) => byCodePoint(a, b));
  return {
    known,
    assumed,
    unknown: Object.fromEntries(reasons),
    culprits: culprits.map(({ culprit, reason, count }) => ({ culprit, reason, count })),
    moreCulprits,
  };
}
