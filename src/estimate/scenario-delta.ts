import { type CostLine, lineKey, type Range, type ResourceCost, unknownLines } from '../model/cost.ts';
import { addRanges, subtractRanges, sumRanges } from '../model/range.ts';
import type { CostTotals } from '../model/result.ts';

/**
 * Head minus base over the lines that are known where they stand, scenario by scenario and not yet in order: see
 * `orderedTotals`. A line that is unknown on one side is left out on both, or its whole cost would look like a saving.
 * Null when nothing is left to compare.
 */
export function scenarioDelta(base: ResourceCost | null, head: ResourceCost | null): CostTotals | null {
  const lines = [...(base?.lines ?? []), ...(head?.lines ?? [])];
  const unknown = new Set(lines.flatMap((line) => (line.monthly === null ? [lineKey(line)] : [])));
  const known = (side: ResourceCost | null): readonly CostLine[] =>
    (side?.lines ?? []).filter((line) => !idsAbove(lineKey(line)).some((id) => unknown.has(id)));
  const before = known(base);
  const after = known(head);
  const blind = isUnknownAsWhole(base) || isUnknownAsWhole(head);
  if (blind || (unknown.size > 0 && before.length === 0 && after.length === 0)) return null;
  const part = (kind: CostLine['kind']): Range => subtractRanges(sumOf(after, kind), sumOf(before, kind));
  return totalsOf(part('fixed'), part('variable'));
}

/** Fixed and variable cost, and their sum. */
export function totalsOf(fixed: Range, variable: Range): CostTotals {
  return { monthly: addRanges(fixed, variable), fixed, variable };
}

/**
 * Low is the scenario with the least monthly figure and high the one with the greatest, in all parts: so monthly stays
 * the sum of fixed and variable at both ends.
 */
export function orderedTotals(totals: CostTotals): CostTotals {
  const { monthly } = totals;
  const names = (['low', 'likely', 'high'] as const).toSorted((a, b) => monthly[a].cmp(monthly[b]));
  const [least = 'low', , most = 'high'] = names;
  const pick = ({ [least]: low, likely, [most]: high }: Range): Range => ({ low, likely, high });
  return { monthly: pick(monthly), fixed: pick(totals.fixed), variable: pick(totals.variable) };
}

function sumOf(lines: readonly CostLine[], kind: CostLine['kind']): Range {
  return sumRanges(lines.flatMap((line) => (line.kind === kind ? (line.monthly ?? []) : [])));
}

/** A line's own id and that of its group: `disk[0].storage` and `disk`, for blocks that are unknown as a whole. */
function idsAbove(id: string): string[] {
  return [id, id.replace(/(\[\d+\])?\.\w+$/, '')];
}

/** Of a type that is in no list, or of something that stands in no source. */
function isUnknownAsWhole(cost: ResourceCost | null): boolean {
  return unknownLines(cost).has('*');
}
