import { byCodePoint } from '../../lib/order.ts';
import type { Binding, TermsInForce } from '../../model/billing/binding.ts';
import type { Environment, Terms } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { termsInForce } from '../timeline/timeline.ts';
import type { Identity } from './cell-index.ts';
import { costKey } from './rating-key.ts';
import { comparedTerms, type Compared, type KeyOf } from './stretch.ts';

/** A customer that a binding of either side names, with the terms that are compared for it. */
export interface ComparedCustomer extends Compared, Identity {
  /** All terms of both sides in time: what usage is metered by where nothing is in force any more. */
  readonly timelines: { readonly base: readonly TermsInForce[]; readonly head: readonly TermsInForce[] };
}

/** All customers of an environment on either side, by id and type. */
export function comparedCustomers(
  base: Catalogue,
  head: Catalogue,
  environment: Environment,
  now: string,
): ComparedCustomer[] {
  const keyOf = keysOf({ base, head });
  return identities(base, head, environment).map(({ customer, type }) => {
    const timelines = {
      base: termsInForce(base, environment, customer, type),
      head: termsInForce(head, environment, customer, type),
    };
    return { customer, type, timelines, ...comparedTerms(timelines.base, timelines.head, now, keyOf) };
  });
}

function identities(base: Catalogue, head: Catalogue, environment: Environment): Identity[] {
  const found = new Map<string, Identity>();
  for (const { binding } of [...base.bindings, ...head.bindings]) {
    if (binding.environment !== environment) continue;
    const { type, id: customer } = binding;
    found.set(`${type} ${customer}`, { customer, type });
  }
  return [...found.values()].sort(
    (a, b) => byCodePoint(a.customer, b.customer) || byCodePoint(a.type, b.type),
  );
}

/** Texts of what rates a customer's usage: the hash of all that decides amounts, the costs, and what the binding adds. */
function keysOf(catalogues: Readonly<Record<'base' | 'head', Catalogue>>): KeyOf {
  const hashes = new Map<Terms, string>();
  const hashOf = (catalogue: Catalogue, terms: Terms) => {
    const known = hashes.get(terms);
    if (known !== undefined) return known;
    const profile = catalogue.profile(`${terms.id}@${terms.version}`);
    const hash = profile === undefined ? JSON.stringify(terms) : `${profile.termsSha256} ${costKey(terms)}`;
    hashes.set(terms, hash);
    return hash;
  };
  return (side, inForce) =>
    inForce === null ? '' : `${hashOf(catalogues[side], inForce.terms)} ${bindingKey(inForce.binding)}`;
}

/** Whether two bindings give a customer the same discounts and taxes. */
export function isLike(a: Binding, b: Binding): boolean {
  return a === b || bindingKey(a) === bindingKey(b);
}

function bindingKey({ jurisdiction, grants, tags }: Binding): string {
  const sorted = Object.entries(tags).sort(([x], [y]) => byCodePoint(x, y));
  return JSON.stringify([jurisdiction, [...grants].sort(byCodePoint), sorted]);
}
