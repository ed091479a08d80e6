import { compareInstants } from '../../lib/calendar.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Discount, Terms } from '../../model/billing/terms.ts';
import type { ComparedCustomer } from './customers.ts';
import { discountKey } from './rating-key.ts';
import { isToRun } from './steady.ts';

/** So many promotions have a sentence. */
const MOST_PROMOTIONS = 20;

/**
 * Discounts of one side alone that begin or end by themselves after `now`, one sentence each: a comparison that knows no dates counts
 * them as running, so that the difference is there for some time only; or as nothing where their version never has them.
 */
export function datedPromotions(customers: readonly ComparedCustomer[], now: string): string[] {
  const pairs = new Map<Terms | null, Set<Terms | null>>();
  for (const { base, head } of customers) {
    const heads = pairs.get(base?.terms ?? null) ?? new Set();
    pairs.set(base?.terms ?? null, heads.add(head?.terms ?? null));
  }
  const texts = new Set<string>();
  for (const [base, heads] of pairs)
    for (const head of heads)
      for (const text of [...ofOneSide(base, head, now), ...ofOneSide(head, base, now)]) texts.add(text);
  const sorted = [...texts].sort(byCodePoint);
  const rest = sorted.length - MOST_PROMOTIONS;
  return rest > 0
    ? [...sorted.slice(0, MOST_PROMOTIONS), `${rest} more discounts of one side have dates of their own.`]
    : sorted;
}

function ofOneSide(terms: Terms | null, other: Terms | null, now: string): string[] {
  if (terms === null || other === null || terms === other) return [];
  const others = new Set(other.discounts.map(discountKey));
  return terms.discounts
    .filter((discount) => !others.has(discountKey(discount)))
    .flatMap((discount) => {
      const when = datesOf(discount, now);
      if (when === null) return [];
      const counted = isToRun(discount, terms, now)
        ? `the sums count it as running${discount.window.to === null ? '' : ', and limits are held without it too'}`
        : 'its version is never in force then, and no sum has it';
      return [`Discount ${discount.id} of ${terms.id}@${terms.version} ${when}: ${counted}.`];
    });
}

/** Null: it runs at `now` without an end, or is over. */
function datesOf({ window: { from, to } }: Discount, now: string): string | null {
  if (to !== null && compareInstants(to, now) <= 0) return null;
  const begins = from !== null && compareInstants(from, now) > 0 ? [`begins at ${from}`] : [];
  const parts = [...begins, ...(to === null ? [] : [`ends at ${to}`])];
  return parts.length === 0 ? null : parts.join(' and ');
}
