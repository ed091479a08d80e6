import { byCodePoint } from '../../lib/order.ts';
import { isUnpriced, type CostLine, type ResourceCost } from '../../model/cost.ts';
import type { EstimateBreakdown, EstimateGroup } from '../../model/estimate.ts';
import { sumRanges } from '../../model/range.ts';
import type { Resource } from '../../model/resource.ts';

/** A resource with what it costs. */
export interface Member {
  readonly resource: Resource;
  readonly cost: ResourceCost;
}

/** And what it is grouped by. */
export interface Grouped extends Member {
  /** The group of each of its lines; of the whole where it is a text. */
  readonly group: Group | ((line: CostLine) => Group);
}

/** The name of a group, and whether it is a value of the dimension. */
export interface Group {
  readonly name: string;
  readonly kind: EstimateGroup['kind'];
}

/** The cost of resources by their group: every known line is in exactly one. */
export function breakdown(by: string, members: readonly Grouped[]): EstimateBreakdown {
  const groups = new Map<string, Collected>();
  const collected = (group: Group): Collected => {
    const id = `${group.kind} ${group.name}`;
    let found = groups.get(id);
    if (found === undefined)
      groups.set(id, (found = { group, lines: [], resources: new Set(), unpriced: new Set() }));
    return found;
  };
  for (const { cost, group } of members) {
    if (typeof group !== 'function' || cost.lines.length === 0) {
      note(collected(typeof group === 'function' ? NO_LINES : group), cost, cost.lines);
      continue;
    }
    for (const line of cost.lines) note(collected(group(line)), cost, [line]);
  }
  return { by, groups: [...groups.values()].map(totalled).sort(byWeight) };
}

/** Resources without a cost line: they cost nothing, or their type is not known. */
const NO_LINES: Group = { name: 'no cost lines', kind: 'none' };

interface Collected {
  readonly group: Group;
  readonly lines: CostLine[];
  readonly resources: Set<ResourceCost>;
  readonly unpriced: Set<ResourceCost>;
}

function note(to: Collected, cost: ResourceCost, lines: readonly CostLine[]): void {
  to.resources.add(cost);
  const isOpen = lines.length === 0 ? isUnpriced(cost) : lines.some((line) => line.monthly === null);
  if (isOpen) to.unpriced.add(cost);
  to.lines.push(...lines);
}

function totalled({ group, lines, resources, unpriced }: Collected): EstimateGroup {
  const sum = (kind?: CostLine['kind']) =>
    sumRanges(
      lines.flatMap((line) => (kind === undefined || line.kind === kind ? (line.monthly ?? []) : [])),
    );
  return {
    ...group,
    resources: resources.size,
    unpriced: unpriced.size,
    totals: { monthly: sum(), fixed: sum('fixed'), variable: sum('variable') },
  };
}

function byWeight(a: EstimateGroup, b: EstimateGroup): number {
  const weight = b.totals.monthly.likely.cmp(a.totals.monthly.likely);
  return weight !== 0 ? weight : byCodePoint(a.name, b.name);
}
