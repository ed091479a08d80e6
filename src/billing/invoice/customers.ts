import type { TermsInForce } from '../../model/billing/binding.ts';
import type { UsageCell } from '../../model/billing/usage.ts';

export interface BilledCustomer {
  readonly id: string;
  readonly terms: readonly TermsInForce[];
  readonly cells: readonly UsageCell[];
}

type TermsOf = (customer: string, type: string | null) => readonly TermsInForce[];

/**
 * Customers with their terms and all of their usage. Usage that names no type belongs to the type that the binding has; usage of
 * two types with one id belongs to two customers.
 */
export function billedCustomers(
  cells: Iterable<UsageCell>,
  others: Iterable<{ readonly id: string; readonly type: string | null }>,
  termsOf: TermsOf,
): Iterable<BilledCustomer> {
  const customers = new Customers(termsOf);
  for (const { id, type } of others) customers.of(id, type);
  for (const cell of cells) customers.of(cell.customer, cell.type).push(cell);
  return customers.list();
}

class Customers {
  readonly #termsOf: TermsOf;
  readonly #cells = new Map<string, UsageCell[]>();
  readonly #byName = new Map<string, BilledCustomer & { readonly cells: UsageCell[] }>();
  /** Cells come sorted by customer. */
  #last: { id: string; type: string | null; cells: UsageCell[] } | undefined;

  constructor(termsOf: TermsOf) {
    this.#termsOf = termsOf;
  }

  /** The usage of a customer so far, to be added to. */
  of(id: string, type: string | null): UsageCell[] {
    if (this.#last?.id === id && this.#last.type === type) return this.#last.cells;
    const asked = `${type ?? ''}\n${id}`;
    const cells = this.#cells.get(asked) ?? this.#find(id, type);
    this.#cells.set(asked, cells);
    this.#last = { id, type, cells };
    return cells;
  }

  list(): Iterable<BilledCustomer> {
    return this.#byName.values();
  }

  #find(id: string, type: string | null): UsageCell[] {
    const terms = this.#termsOf(id, type);
    const name = `${terms[0]?.binding.type ?? type ?? ''}\n${id}`;
    const customer = this.#byName.get(name) ?? { id, terms, cells: [] };
    this.#byName.set(name, customer);
    return customer.cells;
  }
}
