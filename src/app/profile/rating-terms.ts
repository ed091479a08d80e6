import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import { referenceTo } from '../../billing/resolve/resolved-profile.ts';
import { BEGINNING } from '../../billing/simulate/steady.ts';
import { holdsAt, termsInForce } from '../../billing/timeline/timeline.ts';
import type { TermsOf } from '../../billing/usage/plan.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { Environment, Terms } from '../../model/billing/terms.ts';

/** Whose terms usage is rated by, and who owes without any usage too. */
export interface RatingTerms {
  readonly termsOf: TermsOf;
  readonly customers: readonly { readonly id: string; readonly type: string }[];
}

/**
 * The terms of each customer by the bindings of an environment: those in force when it used something or, with an instant, those
 * in force then, for all of its usage.
 */
export function termsByBindings(
  catalogue: Catalogue,
  environment: Environment,
  at: string | null,
): RatingTerms {
  const bound = catalogue.bindings.flatMap(({ binding }) =>
    binding.environment === environment ? [binding] : [],
  );
  return {
    customers: bound.map(({ id, type }) => ({ id, type })),
    termsOf: (customer, type) => {
      const terms = termsInForce(catalogue, environment, customer, type);
      if (at === null) return terms;
      return terms
        .filter((part) => holdsAt(part, at))
        .map((part) => ({ ...part, from: BEGINNING, to: null }));
    },
  };
}

/**
 * One version for every customer that the usage names, as if bound to it for all time. What the customer is, its jurisdiction, tags
 * and grants, says its last binding in the environment where it has one; where customers of two types have its id, the usage must
 * name the type.
 */
export function termsByProfile(catalogue: Catalogue, environment: Environment, terms: Terms): RatingTerms {
  return {
    customers: [],
    termsOf: (customer, type) => {
      const own = catalogue
        .bindingsOf(environment, customer)
        .filter(({ binding }) => type === null || binding.type === type)
        .map(({ binding }) => binding);
      if (type === null && new Set(own.map((binding) => binding.type)).size > 1) return [];
      const binding = own.at(-1) ?? stranger(customer, type, environment);
      const from = BEGINNING;
      return [
        { terms, binding: { ...binding, profile: referenceTo(terms), from, to: null }, from, to: null },
      ];
    },
  };
}

function stranger(id: string, type: string | null, environment: Environment): Binding {
  return {
    // Nothing is rated by the type: it only keeps customers apart.
    type: (type ?? 'tenant') as Binding['type'],
    ...(type === null ? { unknownType: true } : {}),
    ...{ id, environment, profile: '', from: BEGINNING, to: null },
    ...{ tags: {}, jurisdiction: null, grants: [] },
  };
}
