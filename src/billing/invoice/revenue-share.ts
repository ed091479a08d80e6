import { type Decimal, decimal, sum, ZERO } from '../../lib/decimal.ts';
import { largestRemainder } from '../../lib/largest-remainder.ts';
import { byCodePoint } from '../../lib/order.ts';
import { round } from '../../lib/round.ts';
import type { RevenueShare, Rounding } from '../../model/billing/terms.ts';

const HUNDRED = decimal(100);
/** Sorts before all parties, so that a tie goes to the house. */
const HOUSE = '';

/** Revenue of one version without any tax: before discounts, and after them. */
export interface Revenue {
  readonly shares: readonly RevenueShare[];
  readonly gross: Decimal;
  readonly net: Decimal;
}

/**
 * What each party has of the revenue, by party. The revenue is rounded and split by largest remainder; what nobody has a share
 * of stays with the house. Shares of the gross amount can exceed the net one: then all are cut down to it in proportion.
 */
export function revenueShares(
  revenues: readonly Revenue[],
  { digits, mode }: Rounding,
): { shares: { party: string; amount: Decimal }[]; isCut: boolean } {
  const parts = new Map<string, Decimal>();
  let isCut = false;
  for (const { shares, gross, net } of revenues) {
    const whole = { gross: round(gross, digits, mode), net: round(net, digits, mode) };
    const own = new Map<string, Decimal>();
    for (const base of ['gross', 'net'] as const) {
      const among = shares.filter((share) => share.base === base);
      for (const [party, part] of split(whole[base], among, digits)) addTo(own, party, part);
    }
    const most = whole.net.gt(ZERO) ? whole.net : ZERO;
    const total = sum(own.values());
    const tooMuch = total.gt(ZERO) && total.gt(most);
    isCut ||= tooMuch;
    for (const [party, part] of tooMuch ? largestRemainder(most, positive(own), digits) : own)
      addTo(parts, party, part);
  }
  const list = [...parts].map(([party, amount]) => ({ party, amount }));
  return { shares: list.sort((a, b) => byCodePoint(a.party, b.party)), isCut };
}

function split(whole: Decimal, shares: readonly RevenueShare[], digits: number): Map<string, Decimal> {
  if (shares.length === 0) return new Map();
  const weights = new Map<string, Decimal>();
  for (const { party, percent } of shares) addTo(weights, party, percent);
  const taken = sum(weights.values());
  weights.set(HOUSE, taken.lt(HUNDRED) ? HUNDRED.minus(taken) : ZERO);
  const parts = largestRemainder(whole, weights, digits);
  parts.delete(HOUSE);
  return parts;
}

function positive(parts: ReadonlyMap<string, Decimal>): Map<string, Decimal> {
  return new Map([...parts].map(([party, part]) => [party, part.gt(ZERO) ? part : ZERO]));
}

function addTo(totals: Map<string, Decimal>, key: string, amount: Decimal): void {
  totals.set(key, (totals.get(key) ?? ZERO).plus(amount));
}
