import type { TermsInForce } from '../../model/billing/binding.ts';
import type { AggregationPlan, Metering } from '../../model/billing/usage.ts';
import { meteringsByKey } from './plan/meterings.ts';

/** The terms that hold for a customer, in order; none when nobody bills it, or when its type is needed and not given. */
export type TermsOf = (customer: string, type: string | null) => readonly TermsInForce[];

/**
 * The plan that usage is brought together by, so that it can be rated by the terms of one or of several catalogues (base and
 * head): cells are cut wherever the terms of any of them change. Meterings are the same objects for customers with the same terms.
 */
export function planFor(...sides: readonly TermsOf[]): AggregationPlan {
  const customers = new Map<string, ReadonlyMap<string, readonly Metering[]> | null>();
  const shared = new Map<string, ReadonlyMap<string, readonly Metering[]>>();
  const identify = identifier();
  const find = (customer: string, type: string | null) => {
    const terms = sides.flatMap((termsOf) => termsOf(customer, type));
    if (terms.length === 0) return null;
    const timeline = terms.map((part) => `${identify(part.terms)} ${part.from} ${part.to ?? ''}`).join('\n');
    return cached(shared, timeline, () => meteringsByKey(terms));
  };
  return {
    meterings(customer, type, key) {
      const name = `${type ?? ''}\n${customer}`;
      const metered = cached(customers, name, () => find(customer, type));
      return metered === null ? 'unknown-identity' : (metered.get(key) ?? 'unknown-sku');
    },
  };
}

/** A number for each object that is asked for: versions of two sides may have the same name and another content. */
function identifier(): (object: object) => number {
  const numbers = new Map<object, number>();
  return (object) => cached(numbers, object, () => numbers.size);
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
