import type { SourceRange } from '../../../model/source.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { BoundCustomer } from '../../resolve/catalogue.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { subjectOf, type Subject } from '../subject.ts';

/** A SKU or tag that a discount goes by, or a binding that grants it. */
export interface DiscountCondition extends Subject {
  readonly discount: string;
  readonly what: 'SKU' | 'tag' | 'grant';
  /** The SKU, `key=value` of the tag, or what the binding refers to. */
  readonly value: string;
  /** The profile has the SKU, some binding of its environment has the tag, or a version that the binding can have has the discount. */
  readonly known: boolean;
  readonly source: SourceRange;
}

/** What the discounts of a profile go by, in the order of the resolved file. */
export function conditionsOf(
  profile: ResolvedProfile,
  bindings: readonly BoundCustomer[],
): readonly DiscountCondition[] {
  const { id, discounts, skus, environment } = profile.terms;
  const own = bindings.filter(({ binding }) => binding.environment === environment);
  const known = new Set(skus.map((sku) => sku.id));
  return discounts.flatMap((discount) => {
    const subject = { ...subjectOf({ kind: 'BillingProfile', id }), discount: discount.id };
    const path = `discounts[${discount.id}]`;
    const tags = Object.entries(discount.conditions.tags).sort(([a], [b]) => byCodePoint(a, b));
    return [
      ...(discount.skus ?? []).map((sku) => {
        const [what, source] = ['SKU' as const, profile.place(`${path}.skus`)];
        return { ...subject, what, value: sku, known: known.has(sku), source };
      }),
      ...tags.map(([key, value]) => {
        const [what, source] = ['tag' as const, profile.place(`${path}.conditions.tags.${key}`)];
        const isThere = own.some(({ binding: { tags: given } }) => given[key] === value);
        return { ...subject, what, value: `${key}=${value}`, known: isThere, source };
      }),
    ];
  });
}
