import { compareInstants } from '../../lib/calendar.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import { holdsAt } from '../timeline/timeline.ts';

/** What one customer has at one time on both sides. */
export interface Compared {
  readonly base: TermsInForce | null;
  readonly head: TermsInForce | null;
  /** The instant at which both are in force. */
  readonly at: string;
}

/**
 * What is compared for a customer: the terms of both sides in the last stretch of time from `now` on in which they differ,
 * so after all dates of the change; where they never do, those in force now. Planned changes that both sides have are
 * therefore no part of the difference.
 */
export function comparedTerms(
  base: readonly TermsInForce[],
  head: readonly TermsInForce[],
  now: string,
  alike: (base: TermsInForce | null, head: TermsInForce | null) => boolean,
): Compared {
  const bounds = [...base, ...head].flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const later = bounds.filter((bound) => compareInstants(bound, now) > 0).sort(compareInstants);
  for (const at of [now, ...later].reverse()) {
    const found = { base: inForce(base, at), head: inForce(head, at), at };
    if (!alike(found.base, found.head)) return found;
  }
  return { base: inForce(base, now), head: inForce(head, now), at: now };
}

function inForce(terms: readonly TermsInForce[], at: string): TermsInForce | null {
  return terms.find((part) => holdsAt(part, at)) ?? null;
}
