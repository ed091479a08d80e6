import { type Decimal, decimal, ZERO } from '../../../lib/decimal.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { ListedRate } from '../port.ts';

/** The price of a key: its tiers as a shard writes them, and the SKU of the lowest; or the prices that contradict. */
export type Gathered =
  { readonly tiers: string; readonly sku: string } | { readonly prices: readonly string[] };

/** One tier of a price. */
export type TierRate = Pick<ListedRate, 'sku' | 'from' | 'price' | 'unit'>;

/**
 * What the rates of one key in one region come to. Several SKUs may say the same, or one tier each; anything else is a
 * contradiction, from which nothing is picked. Where no rate starts at 0, what lies below is included: a tier at price 0.
 */
export function gatherTiers(rates: readonly TierRate[]): Gathered {
  const skus = new Map<string, Map<string, string>>();
  const all = new Map<string, string>();
  let isSound = new Set(rates.map(({ unit }) => unit)).size === 1;
  for (const { sku, from, price } of rates) {
    const tiers = skus.get(sku) ?? new Map<string, string>();
    skus.set(sku, tiers.set(from, price));
    isSound &&= (all.get(from) ?? price) === price;
    all.set(from, price);
  }
  const sizes = [...skus.values()].map(({ size }) => size);
  isSound &&= sizes.every((size) => size === all.size) || sizes.every((size) => size === 1);
  return isSound ? { tiers: tierText(all), sku: lowestSku(rates) } : { prices: contradiction(skus) };
}

function tierText(tiers: ReadonlyMap<string, string>): string {
  const sorted = [...tiers]
    .map(([from, price]): [Decimal, string] => [decimal(from), price])
    .sort(([a], [b]) => a.cmp(b))
    .map(([from, price]) => (from.eq(ZERO) ? price : `${from.toFixed()}:${price}`));
  return (sorted[0]?.includes(':') === true ? ['0', ...sorted] : sorted).join(' ');
}

function lowestSku(rates: readonly TierRate[]): string {
  const sorted = [...rates].sort((a, b) => decimal(a.from).cmp(decimal(b.from)) || byCodePoint(a.sku, b.sku));
  return sorted[0]?.sku ?? '';
}

function contradiction(skus: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  return [...skus].map(([sku, tiers]) => `${tierText(tiers)} (${sku})`).sort(byCodePoint);
}
