import type { Decimal } from '../../lib/decimal.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { CellIndex } from './cell-index.ts';
import type { ComparedCustomer } from './customers.ts';

/** The customers whose bills can be compared, and one sentence for each kind that cannot. */
export interface Population {
  readonly customers: readonly ComparedCustomer[];
  readonly unknowns: readonly string[];
}

/** Leaves out customers of whom it cannot be told what they pay: a binding names a version that cannot be read. */
export function comparable(
  all: readonly ComparedCustomer[],
  catalogues: readonly Catalogue[],
  environment: Environment,
): Population {
  const unreadable = unreadableBindings(catalogues, environment);
  const isUnreadable = ({ type, customer }: ComparedCustomer) => unreadable.has(`${type} ${customer}`);
  const count = all.filter(isUnreadable).length;
  return {
    customers: count === 0 ? all : all.filter((customer) => !isUnreadable(customer)),
    unknowns: sentence(count, 'not compared, since a binding names a profile version that cannot be read'),
  };
}

/** Of a sample, only those who are in it: whether the others use anything is not known. */
export function sampled(
  customers: readonly ComparedCustomer[],
  cells: CellIndex,
  percent: Decimal | null,
): readonly ComparedCustomer[] {
  if (percent === null || percent.gte('100')) return customers;
  return customers.filter((customer) => cells.has(customer));
}

/** Usage of those who have no terms on either side any more is in no sum, and that is said. */
export function unbilledUsage(compared: readonly ComparedCustomer[], cells: CellIndex): string[] {
  const unbilled = compared.filter(
    (customer) => customer.base === null && customer.head === null && cells.has(customer),
  );
  const known = new Set(compared.map(({ customer }) => customer));
  const unbound = [...cells.customers()].filter((customer) => !known.has(customer));
  return [
    ...sentence(unbilled.length, 'not compared though usage is there: no terms are in force on either side'),
    ...sentence(unbound.length, 'not compared though usage is there: no binding names them'),
  ];
}

function unreadableBindings(catalogues: readonly Catalogue[], environment: Environment): ReadonlySet<string> {
  const names = catalogues.flatMap((catalogue) =>
    catalogue.bindings
      .filter(({ binding }) => binding.environment === environment)
      .filter(({ binding }) => catalogue.profile(binding.profile) === undefined)
      .map(({ binding }) => `${binding.type} ${binding.id}`),
  );
  return new Set(names);
}

function sentence(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? 'customer is' : 'customers are'} ${what}.`];
}
