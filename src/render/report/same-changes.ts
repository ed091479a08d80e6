import { type Decimal, ZERO } from '../../lib/decimal.ts';
import type { Range, ResourceCost } from '../../model/cost.ts';
import { sumRanges } from '../../model/range.ts';
import type { CheckResult, CostedChange, CostTotals } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, joined, type Section } from './document.ts';
import { type OfResource, sameInProjects, type SameInProjects } from './same-resources.ts';

/** Projects that are named of one resource; the others are counted. */
const NAMED = 100;

/** A change with what it is called by. */
export interface NamedChange extends OfResource {
  readonly entry: CostedChange;
}

/** The changes, with those as one that read alike in several projects; the largest sum first. */
export function sameChanges(
  result: CheckResult,
  textOf: (entry: CostedChange) => unknown,
): readonly SameInProjects<NamedChange>[] {
  const named = result.changes.map((entry) => {
    const { project, address } = entry.change;
    return { project, address, entry };
  });
  const groups = sameInProjects(named, ({ entry }) => textOf(entry));
  if (groups.length === named.length) return groups;
  const weights = new Map(groups.map((group) => [group, summed(group).delta?.monthly.likely.abs() ?? ZERO]));
  const weight = (group: (typeof groups)[number]): Decimal => weights.get(group) ?? ZERO;
  return groups.sort((a, b) => weight(b).cmp(weight(a)));
}

/** One change with the cost of all. */
export function summed({ first, all }: SameInProjects<NamedChange>): CostedChange {
  const entries = all.map(({ entry }) => entry);
  if (entries.length === 1) return first.entry;
  return {
    change: first.entry.change,
    base: summedCost(entries.map(({ base }) => base)),
    head: summedCost(entries.map(({ head }) => head)),
    delta: summedTotals(entries.flatMap(({ delta }) => delta ?? [])),
  };
}

function summedCost(costs: readonly (ResourceCost | null)[]): ResourceCost | null {
  const [first] = costs;
  if (first === undefined || first === null) return null;
  const known = costs.flatMap((cost): Range[] => (cost?.monthly ? [cost.monthly] : []));
  return { ...first, monthly: known.length === 0 ? null : sumRanges(known) };
}

function summedTotals(totals: readonly CostTotals[]): CostTotals | null {
  if (totals.length === 0) return null;
  return {
    monthly: sumRanges(totals.map(({ monthly }) => monthly)),
    fixed: sumRanges(totals.map(({ fixed }) => fixed)),
    variable: sumRanges(totals.map(({ variable }) => variable)),
  };
}

/** Which projects the rows stand for that are of several; null when there are none. */
export function projectsSection(groups: readonly SameInProjects<NamedChange>[]): Section | null {
  const items = groups
    .filter(({ all }) => all.length > 1)
    .map(({ first, all }): Cell => {
      const names = all.slice(0, NAMED).map(({ project }) => code(project));
      const more = all.length - names.length;
      const rest = more > 0 ? [plural(more, 'more', 'more')] : [];
      return [code(first.address), ': ', ...joined([...names, ...rest], ', ')];
    });
  if (items.length === 0) return null;
  return {
    title: `Projects: ${plural(items.length, 'resource')} in several`,
    blocks: [{ kind: 'list', items }],
  };
}
