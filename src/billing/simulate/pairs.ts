import type { Terms } from '../../model/billing/terms.ts';
import { isLike, type ComparedCustomer } from './customers.ts';
import type { BoundPair, TermsPair } from './replay.ts';
import type { SteadyTerms } from './steady.ts';

/**
 * Customers brought together by what they have on both sides, so that what a pair of terms has in common is found once. Those
 * whose bindings give them different things on both sides stay apart. Test profiles bill nobody.
 */
export function termsPairs(customers: readonly ComparedCustomer[], steady: SteadyTerms): TermsPair[] {
  const pairs = new Map<string, TermsPair & { customers: BoundPair[] }>();
  const numbers = new Map<Terms | null, number>();
  const numberOf = (terms: Terms | null) => {
    const number = numbers.get(terms) ?? numbers.size;
    numbers.set(terms, number);
    return number;
  };
  for (const { customer, type, at, ...compared } of customers) {
    const base = compared.base?.terms.test === false ? compared.base : null;
    const head = compared.head?.terms.test === false ? compared.head : null;
    if (base === null && head === null) continue;
    const [old, next] = [base?.terms ?? null, head?.terms ?? null];
    const terms = { base: old && steady.of(old, at, next), head: next && steady.of(next, at, old) };
    const isAlike = base !== null && head !== null && isLike(base.binding, head.binding);
    const key = `${numberOf(terms.base)} ${numberOf(terms.head)} ${String(isAlike)}`;
    const pair = pairs.get(key) ?? { ...terms, isAlike, customers: [] };
    pairs.set(key, pair);
    pair.customers.push({ customer, type, base: base?.binding ?? null, head: head?.binding ?? null });
  }
  return [...pairs.values()];
}
