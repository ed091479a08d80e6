import type { Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { UnreadCustomers } from '../../model/billing/simulation.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { CellIndex } from './cell-index.ts';
import type { ComparedCustomer } from './customers.ts';
import { unreadBy } from './unread.ts';

/** The customers whose bills can be compared, and those whose cannot. */
export interface Population {
  readonly customers: readonly ComparedCustomer[];
  readonly unread: UnreadCustomers | null;
}

/** Leaves out customers of whom it cannot be told what they pay: a version that they have or come to have cannot be read. */
export function comparable(
  all: readonly ComparedCustomer[],
  base: Catalogue,
  head: Catalogue,
  environment: Environment,
): Population {
  const unread = unreadBindings(base, head, environment);
  if (unread.size === 0) return { customers: all, unread: null };
  const profiles = all.flatMap((customer) => unread.get(nameOf(customer)) ?? []);
  return {
    customers: all.filter((customer) => !unread.has(nameOf(customer))),
    unread: { customers: unread.size, profiles: [...new Set(profiles)].sort(byCodePoint) },
  };
}

/** One sentence about those whose bills cannot be compared; none where all can. */
export function unreadText(unread: UnreadCustomers | null): string[] {
  if (unread === null) return [];
  const { customers, profiles } = unread;
  const more = profiles.length > MOST_PROFILES ? ` and ${profiles.length - MOST_PROFILES} more` : '';
  const named = `${profiles.slice(0, MOST_PROFILES).join(', ')}${more}`;
  return sentence(
    customers,
    `in no sum, since a version of ${named} that ${customers === 1 ? 'it has' : 'they have'}, or may come to have, cannot be read`,
  );
}

/** So many are named. */
const MOST_PROFILES = 20;

function nameOf({ type, customer }: ComparedCustomer): string {
  return `${type} ${customer}`;
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

/** The profiles of each customer that cannot be read on a side. */
function unreadBindings(
  base: Catalogue,
  head: Catalogue,
  environment: Environment,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [side, other] of [
    [base, head],
    [head, base],
  ] as const) {
    const isUnread = unreadBy(side, other);
    for (const { binding } of side.bindings) {
      if (binding.environment !== environment || !isUnread(binding)) continue;
      const name = `${binding.type} ${binding.id}`;
      found.set(name, [...(found.get(name) ?? []), binding.profile.split('@')[0] ?? '']);
    }
  }
  return found;
}

function sentence(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? 'customer is' : 'customers are'} ${what}.`];
}
