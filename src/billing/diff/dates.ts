import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants, plusDays } from '../../lib/calendar.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { ProfileDifference } from '../../model/profile.ts';
import { rangeOf } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { itemKey } from '../item-key.ts';
import { BINDING_IN_PAST, EFFECTIVE_IN_PAST, LEAD_TIME, type ChangeRule } from './rules.ts';

/** Whether the document begins to hold before `now`; null when it carries no date. */
export function effectiveInPast(document: BillingDocument, now: string): boolean | null {
  const from = textOf(nodeAt(document.root, 'effective', 'from'));
  return from === undefined ? null : compareInstants(from, now) < 0;
}

/**
 * Dates that would change history, as differences that are refused: a new file, a new version, a moved date or a draft that
 * is published, when it lies before `now` or is nearer than the lead time; and a binding that begins before `now`.
 * The longer of both sides' lead times holds, so that a pull request cannot shorten its own. `base` is undefined for a
 * new file.
 */
export function refusedDates(
  base: BillingDocument | undefined,
  head: BillingDocument,
  now: string,
): ProfileDifference[] {
  return [...refusedStart(base, head, now), ...refusedBindings(base, head, now)];
}

function refusedStart(
  base: BillingDocument | undefined,
  head: BillingDocument,
  now: string,
): ProfileDifference[] {
  const at = nodeAt(head.root, 'effective', 'from');
  const from = textOf(at);
  const before = textOf(nodeAt(base?.root, 'effective', 'from')) ?? null;
  if (at === undefined || from === undefined || !isNewStart(base, head, before !== from)) return [];
  const leadDays = Math.max(leadDaysOf(base), leadDaysOf(head));
  const earliest = leadDays === 0 ? now : plusDays(now, leadDays);
  if (compareInstants(from, earliest) >= 0) return [];
  const rule = compareInstants(from, now) < 0 ? EFFECTIVE_IN_PAST : LEAD_TIME;
  const kind = before === null ? 'added' : 'changed';
  return [{ ...refusal('effective.from', at, from, rule), kind, base: before, earliest, leadDays }];
}

/** Whether the date says when something begins that did not hold before. A draft, and what is new as retired, binds nobody. */
function isNewStart(base: BillingDocument | undefined, head: BillingDocument, dateMoved: boolean): boolean {
  if (head.lifecycle === 'draft') return false;
  if (base === undefined) return head.lifecycle === 'published' || head.lifecycle === 'deprecated';
  return dateMoved || base.version !== head.version || base.lifecycle === 'draft';
}

/** Days of notice that a file declares (`minLeadTime`); 0 where it declares none. */
export function leadDaysOf(document: BillingDocument | undefined): number {
  const text = textOf(nodeAt(document?.root, 'effective', 'minLeadTime')) ?? '';
  return Number(/^P(\d+)D$/.exec(text)?.[1] ?? 0);
}

function refusedBindings(
  base: BillingDocument | undefined,
  head: BillingDocument,
  now: string,
): ProfileDifference[] {
  const known = new Set(itemsOf(nodeAt(base?.root, 'bindings')).map((item) => itemKey('bindings', item)));
  return itemsOf(nodeAt(head.root, 'bindings')).flatMap((item) => {
    const key = itemKey('bindings', item);
    const at = nodeAt(item, 'from');
    const from = textOf(at);
    if (known.has(key) || at === undefined || from === undefined || compareInstants(from, now) >= 0)
      return [];
    return [{ ...refusal(`bindings[${key}].from`, at, from, BINDING_IN_PAST), earliest: now }];
  });
}

function refusal(path: string, at: DocumentNode, head: string, rule: ChangeRule): ProfileDifference {
  const { changeClass, bump, approval } = rule;
  const source = rangeOf(at.span);
  return { path, kind: 'added', base: null, head, changeClass, requiredBump: bump, approval, source };
}
