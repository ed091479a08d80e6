import type { TerraformSide } from '../../iac/terraform/index.ts';
import type { ModuleDefinition } from '../../iac/terraform/module/source/definition.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Target } from './target.ts';

/** Modules in modules that are looked into, and names that are found, to suggest one of. */
const [DEPTH, MOST] = [5, 5000];

/** What the modules of projects declare besides resources, by address without instance keys; sorted. */
export function declaredNames({ loader }: TerraformSide, projects: Target['projects']): readonly string[] {
  const names = new Set<string>();
  const look = (definition: ModuleDefinition | undefined, prefix: string, depth: number): void => {
    if (definition === undefined || names.size > MOST) return;
    for (const name of namesIn(definition)) names.add(prefix + name);
    for (const [name, call] of depth === 0 ? [] : definition.calls) {
      const target = loader.target(definition, call);
      if (target.kind === 'folder') look(loader.load(target.folder), `${prefix}module.${name}.`, depth - 1);
    }
  };
  for (const { path } of projects) look(loader.load(path), '', DEPTH);
  return [...names].sort(byCodePoint);
}

function namesIn({ variables, locals, outputs, data, calls }: ModuleDefinition): readonly string[] {
  return [
    ...[...variables.keys()].map((name) => `var.${name}`),
    ...[...locals.keys()].map((name) => `local.${name}`),
    ...[...outputs.keys()].map((name) => `output.${name}`),
    ...[...data.keys()].map((name) => `data.${name}`),
    ...[...calls.keys()].map((name) => `module.${name}`),
  ];
}

/** Resources of the type of an address that the root modules of other projects declare: `infra:aws_vpc.main`. */
export function sameTypeElsewhere(
  { loader, projects: all }: TerraformSide,
  projects: Target['projects'],
  address: string,
): readonly string[] {
  const type = /(?:^|\.)([a-z]\w*_\w+)\.[\w-]+(?:\[[^\]]*\])?$/.exec(address)?.[1];
  if (type === undefined) return [];
  return all
    .filter((project) => !projects.includes(project))
    .flatMap(({ id, path }) =>
      [...(loader.load(path)?.resources.keys() ?? [])]
        .filter((name) => name.startsWith(`${type}.`))
        .map((name) => `${id}:${name}`),
    )
    .sort(byCodePoint);
}
