import type { Binding } from '../../model/billing/binding.ts';
import type { ComparedCustomer } from './customers.ts';

/**
 * Of which type a customer is whose usage does not say it, by id: that of the base where it has one alone, since a binding that is new
 * takes no usage from those who were there, else the only one. Null: nobody can tell.
 */
export function typesById(
  customers: readonly ComparedCustomer[],
): ReadonlyMap<string, Binding['type'] | null> {
  const all = new Map<string, { type: Binding['type']; isOld: boolean }[]>();
  for (const { customer, type, timelines } of customers) {
    const own = all.get(customer) ?? [];
    if (own.length === 0) all.set(customer, own);
    own.push({ type, isOld: timelines.base.length > 0 });
  }
  return new Map(
    [...all].map(([customer, own]) => {
      const old = own.filter(({ isOld }) => isOld);
      const [only, ...others] = old.length > 0 ? old : own;
      return [customer, others.length > 0 ? null : (only?.type ?? null)];
    }),
  );
}
