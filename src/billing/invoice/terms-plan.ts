import { byCodePoint } from '../../lib/order.ts';
import type { Discount, Sku, Terms } from '../../model/billing/terms.ts';

/** What rating by one version needs again for each customer. */
export interface TermsPlan {
  /** `id@version`. */
  readonly reference: string;
  /** By id: the order in which the profile lists them changes nothing. */
  readonly skus: readonly Sku[];
  /** Those whose price goes by limits. */
  readonly limited: readonly Sku[];
  /** Who takes usage with a key: indices of `skus`. */
  readonly takers: ReadonlyMap<string, readonly number[]>;
  /** Keys that several take. */
  readonly shared: ReadonlySet<string>;
  /** By precedence, then by id. */
  readonly discounts: readonly Discount[];
}

const plans = new WeakMap<Terms, TermsPlan>();

export function planOf(terms: Terms): TermsPlan {
  let plan = plans.get(terms);
  if (plan === undefined) {
    const skus = terms.skus.toSorted((a, b) => byCodePoint(a.id, b.id));
    const takers = takersOf(skus);
    plan = {
      reference: `${terms.id}@${terms.version}`,
      skus,
      limited: skus.filter(({ price }) => price.model === 'capacity'),
      takers,
      shared: new Set([...takers].flatMap(([key, indices]) => (indices.length > 1 ? [key] : []))),
      discounts: terms.discounts.toSorted((a, b) => a.precedence - b.precedence || byCodePoint(a.id, b.id)),
    };
    plans.set(terms, plan);
  }
  return plan;
}

function takersOf(skus: readonly Sku[]): Map<string, number[]> {
  const takers = new Map<string, number[]>();
  skus.forEach(({ id, meter }, index) => {
    for (const key of new Set([id, meter.name])) {
      if (key !== null) takers.set(key, [...(takers.get(key) ?? []), index]);
    }
  });
  const sold = new Set(takers.keys());
  skus.forEach((sku, index) => {
    for (const key of limitedBy(sku))
      if (!sold.has(key)) takers.set(key, [...(takers.get(key) ?? []), index]);
  });
  return takers;
}

/** What the tiers of a capacity price limit: the id of a SKU, the meter of one, or a meter that only they look at. */
export function limitedBy({ price }: Sku): ReadonlySet<string> {
  return new Set(price.model === 'capacity' ? price.tiers.flatMap(({ limits }) => Object.keys(limits)) : []);
}
