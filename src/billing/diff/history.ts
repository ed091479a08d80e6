import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants } from '../../lib/calendar.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { BillingDocument } from '../document.ts';
import { itemKey } from '../item-key.ts';
import type { NodeDifference } from './tree-diff.ts';

/**
 * A test for differences that change what customers were bound to before `now`: a binding that has begun is edited or
 * taken out, or its set changes the environment. A binding may still be ended from `now` on, and tagged.
 */
export function bindingHistory(base: BillingDocument, now: string): (difference: NodeDifference) => boolean {
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
