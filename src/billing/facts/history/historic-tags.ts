import { compareInstants } from '../../../lib/calendar.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Binding } from '../../../model/billing/binding.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { referenceTo } from '../../resolve/resolved-profile.ts';
import { versionsOfBinding } from '../../timeline/timeline.ts';
import type { RecordFault } from './fault.ts';

/**
 * Tags of bindings that have begun, where the change makes them others and a discount of a version that was in force before `now`
 * goes by them: what was billed would be more or less. All other tags may change.
 */
export function historicTags(base: Catalogue, head: Catalogue, now: string): readonly RecordFault[] {
  const before = new Map(base.bindings.map(({ binding }) => [keyOf(binding), binding]));
  return head.bindings.flatMap(({ binding, place }): RecordFault[] => {
    const old = before.get(keyOf(binding));
    if (old === undefined || compareInstants(binding.from, now) >= 0) return [];
    const keys = [...new Set([...Object.keys(old.tags), ...Object.keys(binding.tags)])]
      .filter((key) => old.tags[key] !== binding.tags[key])
      .sort(byCodePoint);
    return keys.flatMap((key): RecordFault[] => {
      const inForce = discounted(base, old, key, now);
      if (inForce === undefined) return [];
      const message = `The tag "${key}" of a binding is another since ${binding.from}, and ${inForce} gives a discount by it: what was billed would change.`;
      const hint = `Leave it as it was. End the binding from now on ("to"), and bind anew with the other tag.`;
      return [{ problem: 'tags-in-past', version: inForce, message, hint, source: place }];
    });
  });
}

/** The version before `now` that has a discount by the tag. */
function discounted(base: Catalogue, binding: Binding, key: string, now: string): string | undefined {
  const found = versionsOfBinding(base, binding).find(
    ({ from, profile: { terms } }) =>
      compareInstants(from, now) < 0 &&
      terms.discounts.some(({ conditions }) => conditions.tags[key] !== undefined),
  );
  return found && referenceTo(found.profile.terms);
}

function keyOf({ environment, type, id, from }: Binding): string {
  return JSON.stringify([environment, type, id, from]);
}
