import type { Diagnostic } from '../../model/diagnostic.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { WrappedProjects } from '../terraform/module/project/wrapped.ts';
import { folderOf } from '../terraform/module/source/folders.ts';
import { LIMITS } from './limits.ts';
import { dependencyCycles } from './dependency-cycles.ts';
import { missingProject } from './missing-component.ts';
import { configNames, isUnitFile } from './names.ts';
import type { Side } from './side.ts';
import type { Stacks } from './stacks.ts';
import { readUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/**
 * Finds the units of a tree: folders with Terragrunt configuration that have a source, or Terraform configuration beside
 * it, and are not only there to be included by others or copied by stacks.
 */
export function findUnits(side: Side, stacks: Stacks): WrappedProjects {
  const paths = configurations(side, stacks);
  const found: Unit[] = [];
  for (const path of paths.slice(0, LIMITS.units)) {
    const unit = readUnit(side, path, stacks.values.get(folderOf(path)));
    if (unit !== undefined) found.push(unit);
  }
  const included = new Set(found.flatMap(({ includes }) => includes.map(folderOf)));
  const units = found.filter((unit) => unit.hasSource || !included.has(unit.folder));
  for (const unit of units) side.units.set(unit.folder, unit);
  return {
    projects: [
      ...units.filter((unit) => !unit.isExcluded).map(({ folder, project }) => ({ folder, project })),
      ...stacks.missing.map((component) => ({
        folder: component.folder,
        project: missingProject(component),
      })),
    ],
    roots: new Set([
      ...stacks.sources,
      ...units.flatMap(({ folder, root, candidates }) => [folder, root ?? folder, ...candidates]),
    ]),
    excluded: units.filter((unit) => unit.isExcluded).map(({ project }) => project.id),
    diagnostics: [...stacks.diagnostics, ...tooMany(paths.length), ...dependencyCycles(side.units)],
  };
}

/** The configuration that counts of each folder, sorted. Folders that stacks copy are units where they are copied to. */
function configurations({ loader }: Side, { sources }: Stacks): readonly string[] {
  const byFolder = new Map<string, string>();
  for (const path of loader.tree.paths.filter(isUnitFile)) {
    const before = byFolder.get(folderOf(path));
    if (before === undefined || path.endsWith(configNames()[0] ?? '')) byFolder.set(folderOf(path), path);
  }
  return [...byFolder]
    .filter(([folder]) => !sources.has(folder))
    .map(([, path]) => path)
    .sort(byCodePoint);
}

function tooMany(count: number): readonly Diagnostic[] {
  if (count <= LIMITS.units) return [];
  const message = `There are ${count} Terragrunt configurations; only the first ${LIMITS.units} were read.`;
  return [{ severity: 'error', code: 'check-limit', message, hint: 'Split the repository.' }];
}
