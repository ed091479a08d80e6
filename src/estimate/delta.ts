import { ZERO } from '../lib/decimal.ts';
import { byCodePoint } from '../lib/order.ts';
import type { Change } from '../model/change.ts';
import { isNothing } from '../model/range.ts';
import type { CostedChange } from '../model/result.ts';
import { isUnpricedChange } from '../model/unpriced-change.ts';
import { costKey, type CostsByResource } from './estimate-all.ts';
import { orderedTotals, scenarioDelta } from './scenario-delta.ts';

/**
 * Each change with what it costs on both sides. A no-op stays only when its cost differs: its usage or a
 * resource that it follows did, or what is unknown of it. Largest absolute delta first, then by address.
 */
export function costChanges(
  changes: readonly Change[],
  base: CostsByResource,
  head: CostsByResource,
): CostedChange[] {
  return changes
    .flatMap((change) => costChange(change, base, head) ?? [])
    .filter((costed) => costed.change.action !== 'no-op' || movesMoney(costed))
    .sort(byWeight);
}

/** How many changes touch a cost that is not known. */
export function countUnpriced(changes: readonly CostedChange[]): number {
  return changes.filter(isUnpricedChange).length;
}

/** Undefined for what neither changes nor costs anything else, as is told at once where both sides have one cost. */
function costChange(change: Change, base: CostsByResource, head: CostsByResource): CostedChange | undefined {
  const before = change.base === undefined ? null : (base.get(keyOf(change.base)) ?? null);
  const after = change.head === undefined ? null : (head.get(keyOf(change.head)) ?? null);
  if (change.action === 'no-op' && before === after) return undefined;
  const delta = scenarioDelta(before, after);
  return { change, base: before, head: after, delta: delta === null ? null : orderedTotals(delta) };
}

function keyOf(resource: { readonly project: string; readonly address: string }): string {
  return costKey(resource.project, resource.address);
}

function movesMoney(costed: CostedChange): boolean {
  return isUnpricedChange(costed) || (costed.delta !== null && !isNothing(costed.delta.monthly));
}

function byWeight(a: CostedChange, b: CostedChange): number {
  const weight = (costed: CostedChange) => costed.delta?.monthly.likely.abs() ?? ZERO;
  const heavier = weight(b).cmp(weight(a));
  if (heavier !== 0) return heavier;
  return byCodePoint(a.change.address, b.change.address) || byCodePoint(a.change.project, b.change.project);
}
