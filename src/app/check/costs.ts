import { AskedCounter } from '../../estimate/asked.ts';
import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { costChanges, countUnpriced } from '../../estimate/delta.ts';
import { costKey, estimateResources } from '../../estimate/estimate-all.ts';
import { openTerms } from '../../estimate/own-prices/terms.ts';
import { SameCosts } from '../../estimate/same-costs.ts';
import type { CostsByResource } from '../../estimate/estimate-all.ts';
import { checkTotals } from '../../estimate/totals.ts';
import { usageBlocks } from '../../estimate/usage/blocks.ts';
import type { Usage, UsageAddress } from '../../estimate/usage/usage.ts';
import { unmatchedUsage } from '../../estimate/usage/unmatched.ts';
import type { Config } from '../../model/config.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource } from '../../model/resource.ts';
import type { CheckResult, CheckTotals, CostedChange, KnownCounts } from '../../model/result.ts';
import type { EffectiveTags } from '../../model/tags.ts';
import type { PriceBook } from '../../pricing/book.ts';
import type { Tree } from '../../tree/tree.ts';
import type { CostedResource } from '../../units/members.ts';
import { usageAtHead } from './base-usage.ts';
import { bothSides } from './diagnostics.ts';
import { pricingSummary } from './pricing-summary.ts';
import type { Compared } from './compare.ts';
import { usageChanges } from './usage-changes.ts';
import { readUsage, usageDiffers, type UsageOfTree } from './usage.ts';

export interface CostRequest {
  readonly base: Tree;
  readonly head: Tree;
  readonly config: Config;
  readonly catalog: Catalog;
  readonly book: PriceBook;
  readonly definitions: Compared;
  /** Usage that is tried out in the place of what is recorded. */
  readonly tried?: (usage: Usage) => Usage;
  /** The day that prices, rates and terms hold on, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What both sides cost, and the difference. */
export interface DefinitionCosts {
  readonly figures: Pick<CheckResult, 'priceBook' | 'totals' | 'unpricedChanges' | 'changes' | 'pricing'>;
  readonly base: CostedSide;
  readonly head: CostedSide;
  /** The head with the usage of the base, when that is another: a change must not pay for itself with lower usage. */
  readonly before: CostedHead | undefined;
  readonly usageChanges: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All resources of one side with their costs. */
export interface CostedSide {
  readonly resources: readonly Resource[];
  readonly costs: CostsByResource;
  /** The same before the terms of the buyer: what another side may take over. */
  readonly listed: CostsByResource;
  /** What the catalog asked of them. */
  readonly asked: KnownCounts;
}

/** The head, and what it costs more than the base. */
export interface CostedHead extends CostedSide {
  readonly totals: CheckTotals;
}

/** Prices both sides, each with the usage file that it has itself, and the changes between them. */
export function costDefinitions(request: CostRequest): DefinitionCosts {
  const { config, catalog, book, definitions } = request;
  const terms = openTerms(config, book, request.today);
  const usageOf = (tree: Tree): UsageOfTree => {
    const found = readUsage(tree, config, catalog);
    return { ...found, usage: request.tried?.(found.usage) ?? found.usage };
  };
  const usage = { base: usageOf(request.base), head: usageOf(request.head) };
  const same = new SameCosts();
  const side = (
    resources: readonly Resource[],
    from: Usage,
    addresses: readonly UsageAddress[],
    other?: CostedSide,
  ): CostedSide => {
    const all = [...resources, ...definitions.untouched, ...usageBlocks(addresses, from)];
    const counter = new AskedCounter();
    const context = {
      ...{ book: terms?.book ?? book, catalog, same, usage: from },
      ...{ currency: config.currency, asked: counter.note },
    };
    const listed = estimateResources(all, context, other && { ...other, costs: other.listed });
    return { resources: all, costs: terms?.apply(listed) ?? listed, listed, asked: counter.counts };
  };
  const isOtherUsage = usageDiffers(request.base, request.head, config);
  const after = side(definitions.head, usage.head.usage, usage.head.addresses);
  const base = side(
    definitions.base,
    usage.base.usage,
    usage.base.addresses,
    isOtherUsage ? undefined : after,
  );
  const costedHead = (given: CostedSide): CostedHead & { changes: readonly CostedChange[] } => {
    const changes = costChanges(definitions.changes, base.costs, given.costs);
    return { ...given, changes, totals: checkTotals(base.costs.values(), given.costs.values(), changes) };
  };
  const head = costedHead(after);
  const { changes, totals } = head;
  const atHead = usageAtHead(usage.base.usage, usage.base.addresses, definitions.changes);
  const files = [usage.base.file, usage.head.file];
  const { sentences, diagnostics } = usageChanges(request.base, request.head, files, config);
  return {
    figures: {
      priceBook: { id: book.id, asOf: book.asOf },
      totals,
      unpricedChanges: countUnpriced(changes),
      changes,
      ...(terms && { pricing: pricingSummary(terms, base.costs, head.costs, changes) }),
    },
    base,
    head,
    before: isOtherUsage ? costedHead(side(definitions.head, atHead, usage.base.addresses)) : undefined,
    usageChanges: sentences,
    diagnostics: [
      ...bothSides(
        { tree: request.base, diagnostics: usage.base.diagnostics },
        { tree: request.head, diagnostics: usage.head.diagnostics },
      ),
      ...diagnostics,
      ...(terms?.diagnostics() ?? []),
      ...(definitions.projects.skipped > 0
        ? []
        : unmatchedUsage(usage.head.addresses, head.resources, definitions.unresolvedModules)),
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

/** The cost of a resource of the side. */
export function costOf(costs: CostsByResource, resource: Resource): ResourceCost {
  const cost = costs.get(costKey(resource.project, resource.address));
  if (cost === undefined) throw new Error(`${resource.address} was not priced.`);
  return cost;
}
