import { byCodePoint } from '../../lib/order.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { RatedPair } from './rated-pair.ts';
import { commitmentKey } from './rating-key.ts';
import type { Replay, TermsPair } from './replay.ts';

/** So many reasons are named. */
const MOST_REASONS = 50;

/** Why something is not in the sums, one sentence each, with the number of customers whom it concerns. */
export function notRated({ unknowns }: Replay): string[] {
  const reasons = [...unknowns].sort(([a], [b]) => byCodePoint(a, b));
  const shown = reasons.slice(0, MOST_REASONS).map(([reason, { size }]) => {
    return `${reason} (${size} ${size === 1 ? 'customer' : 'customers'})`;
  });
  const rest = reasons.length - shown.length;
  return rest === 0
    ? shown
    : [...shown, `${rest} more reasons why something is not in the sums are not named.`];
}

/** What of SKUs is in neither sum, since one side's price of it cannot be told. */
export function leftOutSkus(rated: readonly RatedPair[]): string[] {
  const ids = new Set(rated.flatMap(({ unrated }) => [...unrated]));
  if (ids.size === 0) return [];
  const shown = [...ids].sort(byCodePoint).slice(0, MOST_REASONS).join(', ');
  return [`What cannot be rated by one side is in the sums of neither: ${shown}.`];
}

/** Changes that make sums of both sides hard to compare, one sentence for each kind. */
export function changedFrames(pairs: readonly TermsPair[]): string[] {
  return (Object.keys(FRAMES) as (keyof typeof FRAMES)[]).flatMap((key) => {
    const differs = ({ base, head }: TermsPair) => base !== null && head !== null && base[key] !== head[key];
    const count = pairs.filter(differs).reduce((total, { customers }) => total + customers.length, 0);
    return count === 0
      ? []
      : [`${count === 1 ? '1 customer gets' : `${count} customers get`} ${FRAMES[key]}`];
  });
}

/** A credit is paid for before it is used: more of it looks like less revenue. */
export function changedCredits(pairs: readonly TermsPair[]): string[] {
  const creditsOf = (terms: Terms | null) =>
    (terms?.commitments ?? [])
      .filter(({ type }) => type === 'prepaid')
      .map(commitmentKey)
      .sort()
      .join('\n');
  const differs = pairs.some(({ base, head }) => creditsOf(base) !== creditsOf(head));
  return differs
    ? ['What is prepaid is in no sum: they hold what usage draws from it, and that as less revenue.']
    : [];
}

const FRAMES = {
  currency: 'another currency: what they pay is in the sums of each, and not converted.',
  cadence: 'another cadence: flat amounts are those of the periods that the usage reaches into.',
  timezone:
    'another time zone: the usage lies in other billing periods then, and at the edges of what is recorded that alone makes a difference.',
  cutoff: 'another cutoff: a row that is late by one of the two only is in the sums of both sides.',
} as const;
