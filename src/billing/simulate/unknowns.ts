import { byCodePoint } from '../../lib/order.ts';
import type { RatedPair } from './rated-pair.ts';
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
  const count = (differs: (pair: TermsPair) => boolean) =>
    pairs.filter(differs).reduce((total, { customers }) => total + customers.length, 0);
  const currency = count(
    ({ base, head }) => base !== null && head !== null && base.currency !== head.currency,
  );
  const cadence = count(({ base, head }) => base !== null && head !== null && base.cadence !== head.cadence);
  return [
    ...(currency === 0
      ? []
      : [
          `${customersText(currency)} another currency: what they pay is in the sums of each, and not converted.`,
        ]),
    ...(cadence === 0
      ? []
      : [
          `${customersText(cadence)} another cadence: flat amounts are those of the periods that the usage reaches into.`,
        ]),
  ];
}

function customersText(count: number): string {
  return count === 1 ? '1 customer gets' : `${count} customers get`;
}
