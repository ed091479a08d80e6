import type { Discount, Terms } from '../../model/billing/terms.ts';
import { limitedBy } from '../invoice/terms-plan.ts';
import { commitmentKey, discountKey, frameKey, skuKey } from './rating-key.ts';

/** Terms of two sides, taken apart: `shared` is rated once and counts on both. Null: nothing of that kind. */
export interface SplitTerms {
  readonly shared: Terms | null;
  readonly base: Terms | null;
  readonly head: Terms | null;
}

/**
 * Takes apart what is alike in the terms of two sides and what is not, so that a change of one SKU of fifty need not rate
 * the others twice. SKUs that a discount, a commitment or a meter ties to a changed one are rated on both sides. Rating the parts
 * gives the same lines as rating each side as a whole.
 */
export function splitTerms(base: Terms | null, head: Terms | null): SplitTerms {
  if (base === null || head === null || base === head) {
    return base === head ? { shared: base, base: null, head: null } : { shared: null, base, head };
  }
  if (frameKey(base) !== frameKey(head)) return { shared: null, base, head };
  const changed = changedItems(base, head);
  if (changed.length === 0) return { shared: base, base: null, head: null };
  const touched = touchedSkus(base, head, changed);
  const isWhole = base.skus.every(({ id }) => touched.has(id)) || !isSeparable(base) || !isSeparable(head);
  if (isWhole) return { shared: null, base, head };
  const isTouched = (id: string) => touched.has(id);
  return {
    shared: onlySkus(base, (id) => !isTouched(id)),
    base: onlySkus(base, isTouched),
    head: onlySkus(head, isTouched),
  };
}

/** An SKU, or what holds for some SKUs; null: for all. */
interface Scoped {
  readonly id: string;
  readonly skus: readonly string[] | null;
}

/** What is on one side only, or is not the same on both, of each side on which it is. */
function changedItems(base: Terms, head: Terms): Scoped[] {
  const skus = differing(base.skus, head.skus, skuKey).map(({ id }) => ({ id, skus: [id] }));
  const discounts = differing(base.discounts, head.discounts, discountKey);
  return [...skus, ...discounts, ...differing(base.commitments, head.commitments, commitmentKey)];
}

/** SKUs that are rated otherwise, with all that hangs together with them. */
function touchedSkus(base: Terms, head: Terms, changed: readonly Scoped[]): ReadonlySet<string> {
  const ids = [...new Set([...base.skus, ...head.skus].map(({ id }) => id))];
  const touched = new Set(changed.flatMap(({ skus }) => skus ?? ids));
  const ties = [base, head].flatMap((terms) => tiesOf(terms, ids));
  for (let size = -1; size !== touched.size;) {
    size = touched.size;
    for (const tie of ties) if (tie.some((id) => touched.has(id))) for (const id of tie) touched.add(id);
  }
  return touched;
}

function differing<T extends { readonly id: string }>(
  base: readonly T[],
  head: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const [before, after] = [keysById(base, keyOf), keysById(head, keyOf)];
  return [...base, ...head].filter(({ id }) => before.get(id) !== after.get(id));
}

function keysById<T extends { readonly id: string }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, string> {
  return new Map(items.map((item) => [item.id, keyOf(item)]));
}

/** Groups of SKUs of which none can be rated without the others. */
function tiesOf(terms: Terms, ids: readonly string[]): (readonly string[])[] {
  const discounts = terms.discounts.filter((discount) => !isByLine(discount));
  return [...[...discounts, ...terms.commitments].map(({ skus }) => skus ?? ids), ...sameUsage(terms)];
}

/** SKUs that look at the usage of one id or meter: they share what it cost, and the tiers of a capacity go by that of others. */
function sameUsage({ skus }: Terms): Iterable<readonly string[]> {
  const byKey = new Map<string, string[]>();
  for (const sku of skus)
    for (const key of new Set([sku.id, sku.meter.name ?? sku.id, ...limitedBy(sku)])) {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [sku.id]);
      else others.push(sku.id);
    }
  return byKey.values();
}

/** A plain share of each line that it holds for, whatever the other lines are. */
function isByLine({ type, cap, conditions, stacking }: Discount): boolean {
  const { minQuantity, minAmount } = conditions;
  return (
    type === 'percent' && stacking === 'stack' && cap === null && minQuantity === null && minAmount === null
  );
}

/**
 * Whether parts of the terms make the lines that the whole makes. Not so where tax is in the prices, since it is taken out of
 * the invoice, where discounts compete with others, and where something holds for no SKU at all.
 */
function isSeparable({ tax, discounts, commitments }: Terms): boolean {
  const isOutside = (tax?.rows ?? []).every(({ inclusive }) => !inclusive);
  const isScoped = [...discounts, ...commitments].every(({ skus }) => skus === null || skus.length > 0);
  return isOutside && isScoped && discounts.every(({ stacking }) => stacking === 'stack');
}

function onlySkus(terms: Terms, isKept: (id: string) => boolean): Terms {
  const holds = ({ skus }: { readonly skus: readonly string[] | null }) => skus === null || skus.some(isKept);
  return {
    ...terms,
    skus: terms.skus.filter(({ id }) => isKept(id)),
    discounts: terms.discounts.filter(holds),
    commitments: terms.commitments.filter(holds),
  };
}
