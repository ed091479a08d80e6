import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants } from '../../lib/calendar.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { BillingDocument } from '../document.ts';
import { itemKey } from '../item-key.ts';
import { begunCohorts } from './begun-cohorts.ts';
import { BINDING_IN_PAST, RATE_IN_PAST, ROLLOUT_IN_PAST, type ChangeRule } from './rules.ts';
import type { NodeDifference } from './tree-diff.ts';

/** Tells of a difference which rule it breaks when it changes what was billed before `now`; undefined when it does not. */
export function rewrites(
  base: BillingDocument,
  head: BillingDocument,
  now: string,
): (difference: NodeDifference) => ChangeRule | undefined {
  const isBound = bindingHistory(base, now);
  const isSame = base.version === head.version && base.lifecycle !== 'draft';
  const isMoved = isSame && begunCohorts(base, now) !== begunCohorts(head, now);
  return (difference) => {
    const [top] = difference.path;
    if (top?.name === 'rollout') return isMoved ? ROLLOUT_IN_PAST : undefined;
    if (base.kind === 'FxTable') return isHeldRate(difference, now) ? RATE_IN_PAST : undefined;
    return isBound(difference) ? BINDING_IN_PAST : undefined;
  };
}

/** Whether a rate of a day that has begun gets another value, or is taken out. Who signed it may be added. */
function isHeldRate({ path, base }: NodeDifference, now: string): boolean {
  const [top, item, field] = path;
  const day = item?.name.split(' ').at(-1);
  if (top?.name !== 'rates' || base === undefined || day === undefined) return false;
  return (field === undefined || field.name === 'rate') && isPast(midnight(day), now);
}

/**
 * A test for differences that change what customers were bound to before `now`: a binding that has begun is edited or
 * taken out, or its set changes the environment. A binding may still be ended from `now` on, and tagged.
 */
function bindingHistory(base: BillingDocument, now: string): (difference: NodeDifference) => boolean {
  const items = itemsOf(nodeAt(base.root, 'bindings')).filter((item) => begins(item, now));
  const begun = new Set(items.map((item) => itemKey('bindings', item)));
  return ({ path, base: before, head }) => {
    const [top, item, field] = path;
    if (top?.name === 'environment') return begun.size > 0;
    if (top?.name !== 'bindings' || item === undefined || !begun.has(item.name)) return false;
    if (field?.name === 'to') return [before, head].some((end) => isPast(textOf(end), now));
    return field?.name !== 'tags';
  };
}

/** Whether something was billed by the document before `now`, for kinds that have no lifecycle to tell. */
export function hasHeld({ root, lifecycle }: BillingDocument, now: string): boolean {
  if (lifecycle !== null) return false;
  const windows = ['bindings', 'rows'].flatMap((name) => itemsOf(nodeAt(root, name)));
  const days = itemsOf(nodeAt(root, 'rates')).map((rate) => textOf(nodeAt(rate, 'date')));
  return (
    windows.some((window) => begins(window, now)) || days.some((day) => isPast(day && midnight(day), now))
  );
}

function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}

function begins(window: DocumentNode, now: string): boolean {
  return isPast(textOf(nodeAt(window, 'from')), now);
}

function isPast(instant: string | undefined, now: string): boolean {
  return instant !== undefined && compareInstants(instant, now) < 0;
}
