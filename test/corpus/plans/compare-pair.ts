import { openTerraform, ParseCache, readTerraform } from '../../../src/iac/terraform/index.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { PlannedChange } from '../../../src/iac/plan/plan.ts';
import type { Resource, UnresolvedModule } from '../../../src/model/resource.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { compareAttributes } from './compare-attributes.ts';
import type { Outcome } from './compare-attributes.ts';
import { VARIABLES } from './find-pairs.ts';
import type { Pair } from './find-pairs.ts';

/** What the evaluation of a pair's configuration has in common with its plan. */
export interface Agreement {
  readonly name: string;
  /** Addresses on both sides. */
  readonly agreed: readonly string[];
  readonly onlyPlan: readonly string[];
  readonly onlyHere: readonly string[];
  /** In the plan, below a module that is not in the folder. */
  readonly unresolved: readonly string[];
  /** In the plan, of a block with unknown repetition here. */
  readonly repeated: readonly string[];
  /** Blocks on both sides, and those of them that have the same instances. */
  readonly blocks: number;
  readonly sameInstances: number;
  readonly outcomes: readonly Outcome[];
  readonly errors: readonly Diagnostic[];
}

/** Evaluates the configuration with the variables of the plan, and compares. */
export function comparePair({ name, plan, files }: Pair): Agreement {
  const side = openTerraform(memoryTree(files), {
    projects: [{ path: '', workspace: 'default', varFiles: [VARIABLES], variables: {} }],
    exclude: [],
    cache: new ParseCache(),
  });
  const { resources, unresolvedModules, diagnostics } = readTerraform(side);
  const planned = new Map(plan.changes.filter(isThereAfter).map((change) => [change.address, change]));
  const here = new Map(resources.map((resource) => [resource.address, resource]));
  const open = resources.filter(({ repetition }) => repetition === 'unknown').map(blockOf);
  const missing = [...planned.keys()].filter((address) => !here.has(address));
  const below = missing.filter((address) => isBelow(address, unresolvedModules));
  const repeated = missing.filter(
    (address) => !below.includes(address) && open.includes(withoutKeys(address)),
  );
  const blocks = [...new Set([...here.keys()].map(withoutKeys))].filter((block) =>
    [...planned.keys()].some((address) => withoutKeys(address) === block),
  );
  const both = [...here.keys()].filter((address) => planned.has(address));
  return {
    name,
    agreed: both,
    onlyPlan: missing.filter((address) => !below.includes(address) && !repeated.includes(address)),
    onlyHere: [...here.values()]
      .filter((resource) => isOnlyHere(resource, planned))
      .map(({ address }) => address),
    unresolved: below,
    repeated,
    blocks: blocks.length,
    sameInstances: blocks.filter((block) => keysOf(here, block) === keysOf(planned, block)).length,
    outcomes: both.flatMap((address) => outcomesOf(here.get(address), planned.get(address))),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
  };
}

/** Managed objects that exist when the plan is applied. */
function isThereAfter({ mode, deposed, after, action }: PlannedChange): boolean {
  return mode === 'managed' && deposed === undefined && after !== null && action !== 'forget';
}

function isOnlyHere({ address, repetition }: Resource, planned: ReadonlyMap<string, unknown>): boolean {
  return repetition === 'exact' && !planned.has(address);
}

function outcomesOf(resource: Resource | undefined, change: PlannedChange | undefined): readonly Outcome[] {
  if (resource === undefined || change === undefined) return [];
  return [...resource.attributes.entries].flatMap(([key, value]) => {
    const [planned, unknown] = [change.after, change.afterUnknown].map((side) =>
      typeof side === 'object' && side !== null && !Array.isArray(side) && Object.hasOwn(side, key)
        ? (side as Readonly<Record<string, PlannedChange['afterUnknown']>>)[key]
        : undefined,
    );
    return compareAttributes(value, planned, unknown, `${resource.address}.${key}`);
  });
}

function isBelow(address: string, modules: readonly UnresolvedModule[]): boolean {
  const block = withoutKeys(address);
  return modules.some((module) => block.startsWith(`${withoutKeys(module.address)}.`));
}

function keysOf(addresses: ReadonlyMap<string, unknown>, block: string): string {
  return [...addresses.keys()]
    .filter((address) => withoutKeys(address) === block)
    .sort()
    .join();
}

function blockOf({ address }: Resource): string {
  return withoutKeys(address);
}

function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]/g, '');
}
