import { textMatches } from '../../lib/text-glob.ts';
import type { Price } from '../../model/cost.ts';
import type { PriceScope } from '../../model/pricing.ts';

/** Whether an entry with this scope holds for a price. */
export function holdsFor(scope: PriceScope, price: Price): boolean {
  return (
    (scope.provider ?? price.provider) === price.provider &&
    (scope.service ?? price.service) === price.service &&
    (scope.region === undefined || textMatches(scope.region, price.region)) &&
    (scope.key === undefined || textMatches(scope.key, price.key)) &&
    (scope.sku === undefined || scope.sku === price.sku)
  );
}

/**
 * Order of scopes, the most specific first: one with a SKU before one with a key, a key before a service, a service before a
 * region, a region before a cloud. A text without a star is more specific than a glob, and of two globs the one with more other characters.
 */
export function bySpecificity(a: PriceScope, b: PriceScope): number {
  const [x, y] = [weights(a), weights(b)];
  const differs = x.findIndex((weight, index) => weight !== y[index]);
  return differs === -1 ? 0 : (y[differs] ?? 0) - (x[differs] ?? 0);
}

/** The entries that no other is more specific than: none, one, or several that are alike. */
export function mostSpecific<T extends { readonly scope: PriceScope }>(entries: readonly T[]): readonly T[] {
  const [first, ...others] = entries.toSorted((a, b) => bySpecificity(a.scope, b.scope));
  if (first === undefined) return [];
  return [first, ...others.filter(({ scope }) => bySpecificity(first.scope, scope) === 0)];
}

function weights({ sku, key, service, region, provider }: PriceScope): readonly number[] {
  return [sku, key, service, region, provider].map((text) => {
    if (text === undefined) return 0;
    return text.includes('*') ? 1 + text.replaceAll('*', '').length : Infinity;
  });
}
