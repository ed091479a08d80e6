import { decimal, ZERO } from '../../../lib/decimal.ts';

/**
 * By how many percent the first tier that differs has changed, to one place, from tiers as a shard writes them. Null when it was
 * 0 before, or when only the bounds of tiers differ.
 */
export function percentOf(before: string, after: string): string | null {
  const [old, now] = [prices(before), prices(after)];
  const at = now.findIndex((price, index) => price !== old[index]);
  const [from, to] = [old[at], now[at]];
  if (from === undefined || to === undefined || decimal(from).eq(ZERO)) return null;
  return decimal(to).div(decimal(from)).minus(decimal(1)).times(decimal(100)).toFixed(1);
}

/** The largest changes first: by percent, whether up or down. Those without a percentage stand before all. */
export function bySize<T extends { readonly percent: string | null }>(a: T, b: T): number {
  if (a.percent === null || b.percent === null)
    return Number(b.percent === null) - Number(a.percent === null);
  return decimal(b.percent).abs().cmp(decimal(a.percent).abs());
}

function prices(tiers: string): string[] {
  return tiers.split(' ').map((tier) => tier.slice(tier.indexOf(':') + 1));
}
