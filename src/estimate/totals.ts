import type { CostLine, Range, ResourceCost } from '../model/cost.ts';
import type { CostedChange, CostTotals } from '../model/result.ts';
import { combineRanges, ordered, sumRanges } from './range.ts';

/** What all resources of one side cost a month: known lines only. */
export function costTotals(costs: Iterable<ResourceCost>): CostTotals {
  const list = [...costs];
  const sum = (part: 'monthly' | 'fixed' | 'variable'): Range =>
    sumRanges(list.flatMap((cost) => cost[part] ?? []));
  return { monthly: sum('monthly'), fixed: sum('fixed'), variable: sum('variable') };
}

/** The known lines' sum, in all and by kind. */
export function lineTotals(lines: readonly CostLine[]): CostTotals {
  const sum = (kind: CostLine['kind']): Range =>
    sumRanges(lines.flatMap((line) => (line.kind === kind ? (line.monthly ?? []) : [])));
  const fixed = sum('fixed');
  const variable = sum('variable');
  return { monthly: combineRanges(fixed, variable, (a, b) => a.plus(b)), fixed, variable };
}

/** Head minus base, scenario by scenario; the least figure is low and the greatest high. */
export function subtractTotals(head: CostTotals, base: CostTotals): CostTotals {
  const minus = (part: keyof CostTotals): Range =>
    ordered(combineRanges(head[part], base[part], (a, b) => a.minus(b)));
  return { monthly: minus('monthly'), fixed: minus('fixed'), variable: minus('variable') };
}

/** The sum of all known deltas: what the whole change costs. */
export function sumDeltas(changes: readonly CostedChange[]): CostTotals {
  const known = changes.flatMap((change) => change.delta ?? []);
  const sum = (part: keyof CostTotals): Range => sumRanges(known.map((delta) => delta[part]));
  return { monthly: sum('monthly'), fixed: sum('fixed'), variable: sum('variable') };
}
