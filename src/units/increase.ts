import { costKey } from '../estimate/estimate-all.ts';
import { scenarioDelta } from '../estimate/scenario-delta.ts';
import { byCodePoint } from '../lib/order.ts';
import type { Change } from '../model/change.ts';
import type { Range } from '../model/cost.ts';
import { isNothing, sumRanges } from '../model/range.ts';
import { isUnpricedChange } from '../model/unpriced-change.ts';
import type { Member } from './members.ts';

type Members = ReadonlyMap<string, Member>;

/** By how much a unit's members get dearer, as far as that is known, and which of them leave it open. */
export interface Increase {
  /** A month, by scenario and not yet in order. */
  readonly known: Range;
  /** Addresses, sorted. */
  readonly unpriced: readonly string[];
}

/**
 * Adds up all changes of a unit's members, no-ops included: a resource that stays as it is can still join or leave a
 * unit. Only lines that are known on both sides are in the sum.
 */
export function increaseOf(changes: readonly Change[], base: Members, head: Members): Increase {
  const known: Range[] = [];
  const unpriced: string[] = [];
  for (const change of changes) {
    const before = memberOf(base, change.base);
    const after = memberOf(head, change.head);
    if (before === undefined && after === undefined) continue;
    const [old, now] = [before?.cost ?? null, after?.cost ?? null];
    const delta = scenarioDelta(old, now)?.monthly;
    const isCertain = before?.isCertain !== false && after?.isCertain !== false;
    if (isCertain && delta !== undefined) known.push(delta);
    const isOpen = isUnpricedChange({ change, base: old, head: now, delta: null });
    if (isOpen || (!isCertain && mayMove(before, after, delta))) unpriced.push(change.address);
  }
  return { known: sumRanges(known), unpriced: unpriced.sort(byCodePoint) };
}

function memberOf(members: Members, resource: Change['head']): Member | undefined {
  return resource === undefined ? undefined : members.get(costKey(resource.project, resource.address));
}

/** Whether money may move where membership is open: what may belong on both sides and costs the same moves none. */
function mayMove(before: Member | undefined, after: Member | undefined, delta: Range | undefined): boolean {
  return before?.isCertain !== after?.isCertain || (delta !== undefined && !isNothing(delta));
}
