import type { Commitment, Discount, Sku, Terms } from '../../model/billing/terms.ts';

/** Text of what an SKU is rated by: two SKUs with the same text make the same lines of the same usage. */
export function skuKey(sku: Sku): string {
  let key = skuKeys.get(sku);
  if (key === undefined) {
    key = JSON.stringify({ ...sku, name: '', group: null, profitCenter: null });
    skuKeys.set(sku, key);
  }
  return key;
}

/** Each part of a change is held against the same terms again. */
const skuKeys = new WeakMap<Sku, string>();

/** Text of what the SKUs of some terms cost the seller: no invoice depends on it, but margins do. */
export function costKey({ skus }: Terms): string {
  return JSON.stringify(skus.map(({ id, cost }) => [id, cost]));
}

export function discountKey(discount: Discount): string {
  return JSON.stringify(discount);
}

/** Levels of alerts change no amount. */
export function commitmentKey(commitment: Commitment): string {
  return JSON.stringify({ ...commitment, alertAt: [] });
}

/** Text of what all lines of some terms share: as long as it is the same, their SKUs may be compared one by one. */
export function frameKey({ id, currency, rounding, cadence, timezone, tax, fx }: Terms): string {
  return JSON.stringify([id, currency, rounding, cadence, timezone, tax?.rows ?? [], fx]);
}
