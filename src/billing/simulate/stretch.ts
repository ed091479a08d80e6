import { compareInstants } from '../../lib/calendar.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import { holdsAt } from '../timeline/timeline.ts';

/** What one customer has at one time on both sides. */
export interface Compared {
  readonly base: TermsInForce | null;
  readonly head: TermsInForce | null;
  /** The instant at which both are in force. */
  readonly at: string;
  /** When, before what is compared, the sides differ too, but in another way. None for who is new: there is nothing to compare. */
  readonly uncompared: readonly Stretch[];
}

/** Time in which a customer has the same terms of each side; instants in UTC, half-open. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  /** What is in force in it on both sides. */
  readonly base: TermsInForce | null;
  readonly head: TermsInForce | null;
}

/** Text of what rates a customer's usage on one side: the same text for terms that rate it alike. */
export type KeyOf = (side: 'base' | 'head', inForce: TermsInForce | null) => string;

/**
 * What is compared for a customer: the terms of both sides in the last stretch of time from `now` on in which they differ,
 * so after all dates of the change; where they never do, those in force now. Planned changes that both sides have are
 * therefore no part of the difference.
 */
export function comparedTerms(
  base: readonly TermsInForce[],
  head: readonly TermsInForce[],
  now: string,
  keyOf: KeyOf,
): Compared {
  const bounds = [...base, ...head].flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const later = bounds.filter((bound) => compareInstants(bound, now) > 0).sort(compareInstants);
  const found = [now, ...new Set(later)].map((at) => {
    const [old, next] = [inForce(base, at), inForce(head, at)];
    return { at, base: old, head: next, keys: [keyOf('base', old), keyOf('head', next)] as const };
  });
  const last = found.findLastIndex(({ keys: [old, next] }) => old !== next);
  const { keys, ...compared } = found[Math.max(0, last)] ?? { base: null, head: null, at: now, keys: [] };
  const before = base.length === 0 ? [] : found.slice(0, Math.max(0, last));
  const uncompared = before.flatMap((one, index): Stretch[] => {
    const [old, next] = one.keys;
    const to = found[index + 1]?.at;
    if (old === next || to === undefined || (old === keys[0] && next === keys[1])) return [];
    return [{ from: one.at, to, base: one.base, head: one.head }];
  });
  return { ...compared, uncompared };
}

/** Of some terms in time those at an instant. */
export function inForce(terms: readonly TermsInForce[], at: string): TermsInForce | null {
  return terms.find((part) => holdsAt(part, at)) ?? null;
}
