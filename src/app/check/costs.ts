import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { costChanges, countUnpriced } from '../../estimate/delta.ts';
import { costKey, estimateResources } from '../../estimate/estimate-all.ts';
import type { CostsByResource } from '../../estimate/estimate-all.ts';
import { checkTotals } from '../../estimate/totals.ts';
import type { Config } from '../../model/config.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource } from '../../model/resource.ts';
import type { CheckResult } from '../../model/result.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import { openBook } from '../../pricing/book.ts';
import type { Tree } from '../../tree/tree.ts';
import type { CostedResource } from '../../units/members.ts';
import { bothSides } from './diagnostics.ts';
import type { Compared } from './compare.ts';
import { usageChanges } from './usage-changes.ts';
import { readUsage } from './usage.ts';

export interface CostRequest {
  readonly base: Tree;
  readonly head: Tree;
  readonly config: Config;
  readonly catalog: Catalog;
  readonly definitions: Compared;
}

/** What both sides cost, and the difference. */
export interface DefinitionCosts {
  readonly figures: Pick<CheckResult, 'priceBook' | 'totals' | 'unpricedChanges' | 'changes'>;
  readonly base: CostedSide;
  readonly head: CostedSide;
  readonly usageChanges: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All resources of one side with their costs. */
export interface CostedSide {
  readonly resources: readonly Resource[];
  readonly costs: CostsByResource;
}

/** Prices both sides, each with the usage file that it has itself, and the changes between them. */
export function costDefinitions(request: CostRequest): DefinitionCosts {
  const { config, catalog, definitions } = request;
  const book = openBook();
  const usage = {
    base: readUsage(request.base, config, catalog),
    head: readUsage(request.head, config, catalog),
  };
  const side = (resources: readonly Resource[], from: keyof typeof usage): CostedSide => {
    const all = [...resources, ...definitions.untouched];
    return { resources: all, costs: estimateResources(all, { book, catalog, usage: usage[from].usage }) };
  };
  const base = side(definitions.base, 'base');
  const head = side(definitions.head, 'head');
  const changes = costChanges(definitions.changes, base.costs, head.costs);
  const files = [usage.base.file, usage.head.file];
  const { sentences, diagnostics } = usageChanges(request.base, request.head, files, config);
  return {
    figures: {
      priceBook: { id: book.id, asOf: book.asOf },
      totals: checkTotals(base.costs.values(), head.costs.values(), changes),
      unpricedChanges: countUnpriced(changes),
      changes,
    },
    base,
    head,
    usageChanges: sentences,
    diagnostics: [
      ...bothSides(
        { tree: request.base, diagnostics: usage.base.diagnostics },
        { tree: request.head, diagnostics: usage.head.diagnostics },
      ),
      ...diagnostics,
    ],
  };
}

/** The resources of a side as the units see them. */
export function costedResources(
  { resources, costs }: CostedSide,
  tags: (resource: Resource) => EffectiveTags,
): readonly CostedResource[] {
  return resources.map((resource) => ({ resource, cost: costOf(costs, resource), tags: tags(resource) }));
}

function costOf(costs: CostsByResource, resource: Resource): ResourceCost {
  const cost = costs.get(costKey(resource.project, resource.address));
  if (cost === undefined) throw new Error(`${resource.address} was not priced.`);
  return cost;
}
