import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Window } from '../../../model/billing/terms.ts';

/**
 * The instants (epoch milliseconds, rising) at which what a customer pays may change: a version or the binding begins or ends,
 * and so do discounts and tax rates. Usage before and after such an instant is not brought together.
 */
export function cutsOf(terms: readonly TermsInForce[]): readonly number[] {
  const windows = terms.flatMap(({ from, to, terms: { discounts, tax } }): Window[] => [
    { from, to },
    ...discounts.map(({ window }) => window),
    ...(tax?.rows.map(({ window }) => window) ?? []),
  ]);
  const instants = windows.flatMap(({ from, to }) => [from, to].flatMap((at) => at ?? []));
  return [...new Set(instants.map((at) => Date.parse(at)))].sort((a, b) => a - b);
}
