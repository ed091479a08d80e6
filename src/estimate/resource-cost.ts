import type { CostLine, Range, ResourceCost } from '../model/cost.ts';
import { addRanges } from '../model/range.ts';

/** Lines, how far they are known, and the sums of what is. */
export type Summed = Pick<ResourceCost, 'status' | 'lines' | 'monthly' | 'fixed' | 'variable'>;

/** The cost with these lines. */
export function withLines<T extends object>(what: T, lines: readonly CostLine[]): T & Summed {
  return { ...what, ...summed(lines) };
}

/** These lines with their sums. */
export function summed(lines: readonly CostLine[]): Summed {
  const sum = (kind: CostLine['kind']): Range | null =>
    lines.reduce<Range | null>((total, line) => {
      if (line.monthly === null || line.kind !== kind) return total;
      return total === null ? line.monthly : addRanges(total, line.monthly);
    }, null);
  const fixed = sum('fixed');
  const variable = sum('variable');
  const monthly = fixed === null || variable === null ? (fixed ?? variable) : addRanges(fixed, variable);
  return { status: statusOf(lines), lines, monthly, fixed, variable };
}

/** Resources that are alike share their lines, so each list of lines is summed once. */
const listed = new WeakMap<readonly CostLine[], Summed>();

/** The same cost by list prices, without what the buyer pays otherwise. */
export function atListPrices(cost: ResourceCost): ResourceCost {
  if (cost.lines.every(({ list }) => list === undefined)) return cost;
  let found = listed.get(cost.lines);
  if (found === undefined) {
    found = summed(
      cost.lines.map(({ list, ...line }) => (list === undefined ? line : { ...line, monthly: list })),
    );
    listed.set(cost.lines, found);
  }
  return { ...cost, ...found };
}

/** The line with a cost that is not known, of any quantity and at any terms. */
export function unknownCost(line: CostLine, reason: string): CostLine {
  const { id, component, unit, kind, price, usageKey } = line;
  return {
    ...(id === undefined ? {} : { id }),
    ...{ component, unit, quantity: null, price, monthly: null, kind, evidence: 'D', reason },
    ...(usageKey === undefined ? {} : { usageKey }),
  };
}

/** How far a cost of these lines is known; without any it is nothing. */
function statusOf(lines: readonly CostLine[]): ResourceCost['status'] {
  const known = lines.filter((line) => line.monthly !== null).length;
  if (known === lines.length) return lines.length === 0 ? 'free' : 'priced';
  return known === 0 ? 'unpriced' : 'partly-priced';
}
