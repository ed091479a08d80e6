import type { ResourceCost } from '../model/cost.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { Resource } from '../model/resource.ts';
import { type EstimateContext, estimateResource } from './estimate.ts';
import type { SameCosts } from './same-costs.ts';

/** Costs of one side by `costKey`. */
export type CostsByResource = ReadonlyMap<string, ResourceCost>;

/** The key of a resource over all projects: an address alone may stand in several. */
export function costKey(project: string, address: string): string {
  return `${project}\u0000${address}`;
}

/** The resources of one side with their costs. */
interface Priced {
  readonly resources: readonly Resource[];
  readonly costs: CostsByResource;
}

/** What the resources of a side are priced by. */
interface SideContext extends Pick<EstimateContext, 'book' | 'catalog' | 'usage' | 'currency' | 'asked'> {
  /** Costs of resources that are alike; shared by sides with one book and catalog. */
  readonly same?: SameCosts;
}

/**
 * What each resource of one side costs. References are followed within a project. Sources and order do not
 * matter: the same resources give the same costs. So those of `other`, priced with the same usage, are not priced again where
 * they are the same here and follow nothing.
 */
export function estimateResources(
  resources: readonly Resource[],
  context: SideContext,
  other?: Priced,
): CostsByResource {
  const priced = new Set(other?.resources);
  const byAddress = new Map(resources.map((one) => [costKey(one.project, one.address), one]));
  const byText = new Map<string, Map<string, Resource | undefined>>();
  const named = (project: string, type: string, attribute: string, text: string): Resource | undefined => {
    const group = `${costKey(project, type)}\u0000${attribute}`;
    let found = byText.get(group);
    if (found === undefined) byText.set(group, (found = indexByText(resources, project, type, attribute)));
    return found.get(text);
  };
  return new Map(
    resources.map((resource) => {
      const key = costKey(resource.project, resource.address);
      const isSame = priced.has(resource) && context.catalog.entry(resource.type)?.follow === undefined;
      const known = isSame ? other?.costs.get(key) : undefined;
      if (known !== undefined) return [key, known];
      const neighbours = {
        ...context,
        lookup: (address: string) => byAddress.get(costKey(resource.project, address)),
        named: (type: string, attribute: string, text: string) =>
          named(resource.project, type, attribute, text),
      };
      const cost = context.same?.of(resource, neighbours) ?? estimateResource(resource, neighbours);
      return [key, resource.imported === true ? beforeImport(cost, context.catalog) : cost];
    }),
  );
}

/** What runs before an import is not in the sources: only of a type that costs nothing is the cost known. */
function beforeImport(after: ResourceCost, catalog: Catalog): ResourceCost {
  if (catalog.free(after.type) !== undefined || after.status === 'unknown-type') return after;
  return { ...after, status: 'unpriced', lines: [], monthly: null, fixed: null, variable: null };
}

/** Resources of a type by the text of an attribute; a text that stands twice names none. */
function indexByText(
  resources: readonly Resource[],
  project: string,
  type: string,
  attribute: string,
): Map<string, Resource | undefined> {
  const found = new Map<string, Resource | undefined>();
  for (const resource of resources) {
    if (resource.project !== project || resource.type !== type) continue;
    const value = resource.attributes.entries.get(attribute);
    if (value?.kind !== 'string') continue;
    found.set(value.value, found.has(value.value) ? undefined : resource);
  }
  return found;
}
