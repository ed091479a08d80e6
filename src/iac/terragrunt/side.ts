import type { TerragruntConfig } from '../../model/config.ts';
import type { Value } from '../../model/value.ts';
import { unknownLike } from '../terraform/evaluate/make.ts';
import { projectOutputs } from '../terraform/module/evaluate-project.ts';
import type { Budget } from '../terraform/module/instance/budget.ts';
import { projectFiles } from '../terraform/module/project/closure.ts';
import type { ModuleLoader } from '../terraform/module/source/load-module.ts';
import type { Surroundings } from './reading.ts';
import type { Unit } from './unit.ts';

/** The units of one tree, and what they know of each other. */
export class Side implements Surroundings {
  readonly loader: ModuleLoader;
  readonly budget: Budget;
  readonly settings: TerragruntConfig;
  readonly units = new Map<string, Unit>();
  readonly #files = new Map<string, readonly string[]>();
  readonly #outputs = new Map<string, ReadonlyMap<string, Value> | undefined>();

  constructor(loader: ModuleLoader, budget: Budget, settings: TerragruntConfig) {
    this.loader = loader;
    this.budget = budget;
    this.settings = settings;
  }

  /** The outputs of the unit in a folder, evaluated once; undefined when it is no unit, or its root module is not there. */
  outputs(folder: string): ReadonlyMap<string, Value> | undefined {
    if (this.#outputs.has(folder)) return this.#outputs.get(folder);
    // Units that depend on each other have no outputs yet: the mocks stand in for them.
    this.#outputs.set(folder, undefined);
    const project = this.units.get(folder)?.project;
    const found = project === undefined ? undefined : projectOutputs(this.loader, project, this.budget);
    const seen = found && new Map([...found].map(([name, value]) => [name, seenFrom(folder, value)]));
    this.#outputs.set(folder, seen);
    return seen;
  }

  /** The files that decide about a unit's inputs: what it reads, and all of the units that it depends on, sorted. */
  reads(unit: Unit): readonly string[] {
    const files = new Set<string>();
    const seen = new Set<string>([unit.folder]);
    const pending = [unit];
    for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
      if (one.readsAll) return this.loader.tree.paths;
      for (const path of one.paths) files.add(path);
      if (one !== unit) for (const path of this.#moduleFiles(one)) files.add(path);
      for (const folder of one.dependencies) {
        const next = seen.has(folder) ? undefined : this.units.get(folder);
        seen.add(folder);
        if (next !== undefined) pending.push(next);
      }
    }
    return [...files];
  }

  #moduleFiles({ folder, project }: Unit): readonly string[] {
    let files = this.#files.get(folder);
    if (files === undefined) {
      const { wrapper, ...bare } = project;
      const alone = wrapper === undefined ? bare : { ...bare, wrapper: { ...wrapper, reads: () => [] } };
      files = projectFiles(this.loader, alone);
      this.#files.set(folder, files);
    }
    return files;
  }
}

/** A value of one project as others see it: what it refers to is nothing of theirs. */
function seenFrom(folder: string, value: Value): Value {
  if ('items' in value) return { ...value, items: value.items.map((item) => seenFrom(folder, item)) };
  if ('entries' in value) {
    const entries = [...value.entries].map(([key, entry]) => [key, seenFrom(folder, entry)] as const);
    return { ...value, entries: new Map(entries) };
  }
  if (value.kind !== 'unknown') return value;
  const { detail, type, origin, candidates, fallback, minimum, prefix } = value;
  const cause = detail === undefined ? value : { ...value, detail: `${detail} of ${folder || '.'}` };
  return {
    ...unknownLike(cause, type),
    origin,
    ...(value.sensitive && { sensitive: true }),
    ...(candidates && { candidates }),
    ...(fallback && { fallback }),
    ...(minimum && { minimum }),
    ...(prefix !== undefined && { prefix }),
  };
}
