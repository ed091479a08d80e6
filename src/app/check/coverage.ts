import { byCodePoint } from '../../lib/order.ts';
import type { Resource } from '../../model/resource.ts';
import type { Coverage, ProjectInput } from '../../model/result.ts';
import { countTags } from '../../tags/known-tags.ts';
import { taggableTable } from '../../tags/table.ts';
import type { Tree } from '../../tree/tree.ts';
import type { CostedSide } from './costs.ts';
import type { Definitions } from './definitions.ts';

/** How many of the wanted files are there on a side and were not read. */
export function countSkipped(trees: readonly Tree[], wanted: (path: string) => boolean): number {
  return new Set(trees.flatMap(({ skipped }) => skipped.map(({ path }) => path)).filter(wanted)).size;
}

/** What the gate could see of the head: evidence classes, free and unknown types, what was left out. */
export function coverageOf(
  definitions: Definitions,
  { resources, costs, asked }: CostedSide,
  filesSkipped: number,
): Coverage {
  const { changed, removed } = definitions.moduleChanges;
  const lines = { A: 0, B: 0, C: 0, D: 0 };
  const unknownTypes = new Map<string, number>();
  let free = 0;
  for (const cost of costs.values()) {
    for (const line of cost.lines) lines[line.evidence]++;
    if (cost.status === 'free') free++;
    if (cost.status === 'unknown-type') unknownTypes.set(cost.type, (unknownTypes.get(cost.type) ?? 0) + 1);
  }
  return {
    projects: definitions.projects.evaluated,
    projectsSkipped: definitions.projects.skipped,
    resources: resources.length,
    attributes: asked,
    tags: countTags(resources, taggableTable),
    lines,
    free,
    unknownTypes: [...unknownTypes]
      .sort(([a, x], [b, y]) => y - x || byCodePoint(a, b))
      .map(([type, count]) => ({ type, count })),
    unknownRepetition: resources.filter((resource) => resource.repetition === 'unknown').length,
    unresolvedModules: definitions.unresolvedModules,
    resolvedModules: definitions.resolvedModules,
    changedModules: changed.length + removed.length,
    filesSkipped,
  };
}

/** What each project was read from, with the number of its resources at head. */
export function countedInputs(
  inputs: readonly ProjectInput[],
  resources: readonly Resource[],
): readonly ProjectInput[] {
  const counts = new Map<string, number>();
  for (const { project } of resources) counts.set(project, (counts.get(project) ?? 0) + 1);
  return inputs.map((input) => ({ ...input, resources: counts.get(input.project) ?? 0 }));
}
