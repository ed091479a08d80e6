import { ZERO } from '../lib/decimal.ts';
import { byCodePoint } from '../lib/order.ts';
import type { Change } from '../model/change.ts';
import type { CostLine, ResourceCost } from '../model/cost.ts';
import type { CostedChange, CostTotals } from '../model/result.ts';
import { costKey, type CostsByResource } from './estimate-all.ts';
import { lineTotals, subtractTotals } from './totals.ts';

/**
 * Each change with what it costs on both sides. A no-op stays only when its cost differs: its usage or a
 * resource that it follows did. Largest absolute delta first, then by address.
 */
export function costChanges(
  changes: readonly Change[],
  base: CostsByResource,
  head: CostsByResource,
): CostedChange[] {
  return changes
    .map((change) => costChange(change, base, head))
    .filter(({ change, ...costed }) => change.action !== 'no-op' || movesMoney(costed))
    .sort(byWeight);
}

/** Changes with a line on a side whose cost is not known, or whose type is in no list. */
export function countUnpriced(changes: readonly CostedChange[]): number {
  return changes.filter(({ base, head }) => isUnpriced(base) || isUnpriced(head)).length;
}

function costChange(change: Change, base: CostsByResource, head: CostsByResource): CostedChange {
  const before = change.base === undefined ? null : (base.get(keyOf(change.base)) ?? null);
  const after = change.head === undefined ? null : (head.get(keyOf(change.head)) ?? null);
  return { change, base: before, head: after, delta: delta(before, after) };
}

function keyOf(resource: { readonly project: string; readonly address: string }): string {
  return costKey(resource.project, resource.address);
}

/**
 * Head minus base over the lines that are known where they stand. A line that is unknown on one side is
 * left out on both, or its whole cost would look like a saving. Null when nothing is left to compare.
 */
function delta(base: ResourceCost | null, head: ResourceCost | null): CostTotals | null {
  const lines = [...(base?.lines ?? []), ...(head?.lines ?? [])];
  const unknown = new Set(lines.flatMap((line) => (line.monthly === null ? [lineKey(line)] : [])));
  const known = (side: ResourceCost | null): readonly CostLine[] =>
    (side?.lines ?? []).filter((line) => !idsAbove(lineKey(line)).some((id) => unknown.has(id)));
  const before = known(base);
  const after = known(head);
  const blind = isUnknownType(base) || isUnknownType(head);
  if (blind || (unknown.size > 0 && before.length === 0 && after.length === 0)) return null;
  return subtractTotals(lineTotals(after), lineTotals(before));
}

/** A line's own id and that of its group: `disk[0].storage` and `disk`, for blocks that are unknown as a whole. */
function idsAbove(id: string): string[] {
  return [id, id.replace(/(\[\d+\])?\.\w+$/, '')];
}

function lineKey(line: CostLine): string {
  return line.id ?? line.component;
}

function isUnknownType(cost: ResourceCost | null): boolean {
  return cost?.status === 'unknown-type';
}

function isUnpriced(cost: ResourceCost | null): boolean {
  return isUnknownType(cost) || cost?.lines.some((line) => line.evidence === 'D') === true;
}

function movesMoney({ base, head, delta }: Omit<CostedChange, 'change'>): boolean {
  if (isUnpriced(base) !== isUnpriced(head)) return true;
  return (
    delta !== null &&
    [delta.monthly.low, delta.monthly.likely, delta.monthly.high].some((part) => !part.eq(ZERO))
  );
}

function byWeight(a: CostedChange, b: CostedChange): number {
  const weight = (costed: CostedChange) => costed.delta?.monthly.likely.abs() ?? ZERO;
  const heavier = weight(b).cmp(weight(a));
  if (heavier !== 0) return heavier;
  return byCodePoint(a.change.address, b.change.address) || byCodePoint(a.change.project, b.change.project);
}
