import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants, plusDays } from '../../lib/calendar.ts';
import type { ProfileDifference } from '../../model/profile.ts';
import { rangeOf } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { itemKey } from '../item-key.ts';
import { EFFECTIVE_IN_PAST, LEAD_TIME, type ChangeRule } from './rules.ts';

/** Whether the document begins to hold before `now`; null when it carries no date. */
export function effectiveInPast(document: BillingDocument, now: string): boolean | null {
  const from = textOf(nodeAt(document.root, 'effective', 'from'));
  return from === undefined ? null : compareInstants(from, now) < 0;
}

/**
 * Dates that would change history, as differences that are refused: a new version or a moved date that
 * lies before `now`, or is nearer than the lead time; and a binding that begins before `now`.
 * The longer of both sides' lead times holds, so that a pull request cannot shorten its own.
 */
export function refusedDates(base: BillingDocument, head: BillingDocument, now: string): ProfileDifference[] {
  return [...refusedStart(base, head, now), ...refusedBindings(base, head, now)];
}

function refusedStart(base: BillingDocument, head: BillingDocument, now: string): ProfileDifference[] {
  const at = nodeAt(head.root, 'effective', 'from');
  const from = textOf(at);
  const before = textOf(nodeAt(base.root, 'effective', 'from')) ?? null;
  if (at === undefined || from === undefined || (base.version === head.version && before === from)) return [];
  const refused = (rule: ChangeRule): ProfileDifference[] => [
    {
      path: 'effective.from',
      kind: before === null ? 'added' : 'changed',
      base: before,
      head: from,
      changeClass: rule.changeClass,
      requiredBump: rule.bump,
      approval: rule.approval,
      source: rangeOf(at.span),
    },
  ];
  if (compareInstants(from, now) < 0) return refused(EFFECTIVE_IN_PAST);
  const days = Math.max(leadDays(base), leadDays(head));
  return compareInstants(from, plusDays(now, days)) < 0 ? refused(LEAD_TIME) : [];
}

function leadDays(document: BillingDocument): number {
  return Number(/^P(\d+)D$/.exec(textOf(nodeAt(document.root, 'effective', 'minLeadTime')) ?? '')?.[1] ?? 0);
}

function refusedBindings(base: BillingDocument, head: BillingDocument, now: string): ProfileDifference[] {
  const known = new Set(itemsOf(nodeAt(base.root, 'bindings')).map((item) => itemKey('bindings', item)));
  return itemsOf(nodeAt(head.root, 'bindings')).flatMap((item) => {
    const key = itemKey('bindings', item);
    const at = nodeAt(item, 'from');
    const from = textOf(at);
    if (known.has(key) || at === undefined || from === undefined || compareInstants(from, now) >= 0)
      return [];
    const { changeClass, bump, approval } = EFFECTIVE_IN_PAST;
    const path = `bindings[${key}].from`;
    return [
      {
        path,
        kind: 'added',
        base: null,
        head: from,
        changeClass,
        requiredBump: bump,
        approval,
        source: rangeOf(at.span),
      },
    ];
  });
}
