import type { Change, Difference } from '../../model/change.ts';
import type { ReplaceTrigger } from '../../model/resource.ts';
import { formatAddress, parseAddress } from './address.ts';
import { isWithin, withoutIndexes } from './replacement.ts';

type Certainty = Difference['certainty'];

/**
 * The changes once `replace_triggered_by` is followed from resource to resource: `replace` gives the change at an index where
 * its resource is replaced with another, or may be.
 */
export function withTriggered(
  changes: readonly Change[],
  replace: (at: number, certainty: Certainty) => Change,
): readonly Change[] {
  const dependents = dependentsByBlock(changes);
  if (dependents.size === 0) return changes;
  const result = [...changes];
  const known = new Map<number, Certainty>();
  const open = changes.filter(triggers);
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    const block = blockOf(target);
    // What is replaced for certain needs no second look.
    const left = (dependents.get(block) ?? []).filter(({ at }) => known.get(at) !== 'changed');
    if (left.length === 0) dependents.delete(block);
    else dependents.set(block, left);
    for (const { at, trigger } of left) {
      const certainty = certaintyOf(target, trigger);
      if (certainty === undefined || known.get(at) === 'changed' || known.get(at) === certainty) continue;
      known.set(at, certainty);
      const replaced = replace(at, certainty);
      result[at] = replaced;
      if (triggers(replaced)) open.push(replaced);
    }
  }
  return result;
}

function triggers({ action }: Change): boolean {
  return action === 'update' || action === 'replace';
}

interface Dependent {
  /** Index of the change. */
  readonly at: number;
  readonly trigger: ReplaceTrigger;
}

function dependentsByBlock(changes: readonly Change[]): Map<string, readonly Dependent[]> {
  const found = new Map<string, Dependent[]>();
  for (const [at, { base, head, project }] of changes.entries()) {
    if (base === undefined || base.imported === true || head?.planned !== undefined) continue;
    for (const trigger of head?.replaceTriggers ?? []) {
      const key = `${project}\0${trigger.block}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, [{ at, trigger }]);
      else known.push({ at, trigger });
    }
  }
  return found;
}

function blockOf({ project, address }: Change): string {
  const parts = parseAddress(address) ?? [];
  const last = parts.length - 1;
  return `${project}\0${formatAddress(parts.map(({ name, key }, at) => ({ name, key: at === last ? '' : key })))}`;
}

/** Attributes that an update never changes. */
const IDENTITIES = new Set(['id', 'arn']);

/**
 * Whether a change triggers replacement: an update or replacement of the resource, or where an attribute is named a change of
 * that. What the cloud computes is another when the resource is, and may be another when it is updated.
 */
function certaintyOf(target: Change, { attribute }: ReplaceTrigger): Certainty | undefined {
  const { action, differences, head } = target;
  const within = differences.filter(
    ({ path }) => attribute === undefined || isWithin(withoutIndexes(path), attribute),
  );
  if (within.some(({ certainty }) => certainty === 'changed')) return 'changed';
  const [first = ''] = attribute?.split('.') ?? [];
  const isWritten = attribute === undefined || head?.attributes.entries.has(first) === true;
  if (action === 'replace' && (attribute === undefined || !isWritten)) return 'changed';
  return within.length > 0 || (!isWritten && !IDENTITIES.has(first)) ? 'maybe' : undefined;
}
