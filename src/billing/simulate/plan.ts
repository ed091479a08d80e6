import type { TermsInForce } from '../../model/billing/binding.ts';
import type { AggregationPlan, Metering } from '../../model/billing/usage.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { planFor, type TermsOf } from '../usage/plan.ts';
import { comparedCustomers, type ComparedCustomer } from './customers.ts';
import { SteadyTerms } from './steady.ts';
import { typesById } from './types-by-id.ts';
import { countedUnits, isCount } from './units.ts';

/**
 * What recorded usage is brought together by so that it can be compared: for each customer by the terms that are in force on
 * either side, without cuts, since each holds for all of the usage; and the meters that count units.
 */
export function simulationPlan(
  base: Catalogue,
  head: Catalogue,
  environment: Environment,
  now: string,
): AggregationPlan {
  const steady = new SteadyTerms(now);
  const customers = comparedCustomers(base, head, environment, now);
  const termsOf = byCustomer(customers, (compared) => meteredBy(compared, steady));
  const meters = new Set(countedUnits(base.documents, head.documents).units.map(({ meter }) => meter));
  const plan = planFor(termsOf);
  return {
    meterings(customer, type, key) {
      const meterings = plan.meterings(customer, type, key);
      if (meterings === 'unknown-identity' || !meters.has(key)) return meterings;
      const terms = termsOf(customer, type);
      if (terms.some(({ terms: { skus } }) => skus.some(({ id, meter }) => id === key || meter.name === key)))
        return meterings;
      return withCount(meterings === 'unknown-sku' ? [] : meterings, terms);
    },
  };
}

/**
 * The same by the terms of head alone, where a customer's usage must arrive sooner by them than by those of base; null where nobody's
 * must. What is late by it and not by the other plan is lost by the change.
 */
export function headPlan(
  base: Catalogue,
  head: Catalogue,
  environment: Environment,
  now: string,
): AggregationPlan | null {
  const steady = new SteadyTerms(now);
  const isShorter = ({ base: old, head: next }: ComparedCustomer) =>
    old !== null && next !== null && next.terms.cutoff < old.terms.cutoff;
  const customers = comparedCustomers(base, head, environment, now);
  if (!customers.some(isShorter)) return null;
  const terms = (one: ComparedCustomer) =>
    one.head !== null && isShorter(one) ? [steady.inForce(one.head, one.at)] : meteredBy(one, steady);
  return planFor(byCustomer(customers, terms));
}

/** The terms of customers by id and type. Without a type, an id that two types have is nobody's, unless the base could tell. */
function byCustomer(
  customers: readonly ComparedCustomer[],
  termsOf: (customer: ComparedCustomer) => readonly TermsInForce[],
): TermsOf {
  const found = new Map<string, readonly TermsInForce[]>();
  for (const compared of customers) found.set(`${compared.type} ${compared.customer}`, termsOf(compared));
  const types = typesById(customers);
  return (customer, type) => found.get(`${type ?? types.get(customer) ?? ''} ${customer}`) ?? [];
}

/** By both sides, at other times too; by the last terms there were where none is in force any more, so that the usage is still somebody's. */
function meteredBy(
  { base, head, at, timelines, uncompared }: ComparedCustomer,
  steady: SteadyTerms,
): TermsInForce[] {
  const before = uncompared.flatMap((stretch) => [stretch.base, stretch.head]);
  const compared = [base, head, ...before].flatMap((side) => side ?? []);
  const last = timelines.head.at(-1) ?? timelines.base.at(-1);
  const terms = compared.length > 0 || last === undefined ? compared : [last];
  return terms.map((inForce) => steady.inForce(inForce, at));
}

/** Units that no SKU bills are summed over the period; a second sum of the same usage would be counted twice. */
function withCount(meterings: readonly Metering[], terms: readonly TermsInForce[]): readonly Metering[] {
  const isThere = meterings.some(isCount);
  const by = terms.at(-1)?.terms;
  if (isThere || by === undefined) return meterings;
  const { cadence, timezone, cutoff, currency, exchange } = by;
  const count = { aggregate: 'sum', window: 'period', perEvent: false, unit: null, cuts: [] } as const;
  const rates = exchange === undefined ? {} : { exchange };
  return [...meterings, { ...count, cadence, timezone, cutoff, currency, ...rates }];
}
