import type { BoundCustomer } from '../../../billing/resolve/catalogue.ts';
import { compareInstants } from '../../../lib/calendar.ts';
import { nearest } from '../../../lib/nearest.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { BlamedVersion, BoundPlace, VersionPart } from '../../../model/billing/blamed.ts';

type Asked = Pick<BlamedVersion, 'customer' | 'type' | 'environment' | 'instant'>;

export interface WhyNobody {
  readonly reason: string;
  readonly hint: string | null;
}

/** Why no version holds for a customer at an instant, and what to ask instead. `bindings` and `versions` are the customer's. */
export function whyNobody(
  asked: Asked,
  bindings: readonly BoundPlace[],
  versions: readonly VersionPart[],
  all: readonly BoundCustomer[],
): WhyNobody {
  if (bindings.length === 0) return unknownCustomer(asked, all);
  const { customer, environment, type } = asked;
  const here = bindings.filter((binding) => binding.environment === environment);
  if (here.length === 0) {
    const others = distinct(bindings.map((binding) => binding.environment));
    return {
      reason: `${named(asked)} is not bound in ${environment}.`,
      hint: `Bound in ${others.join(', ')}: ask with --environment ${others[0] ?? ''}.`,
    };
  }
  const types = distinct(here.map((binding) => binding.type));
  if (type === null && types.length > 1) {
    return {
      reason: `Customers of several types have the id "${customer}": ${types.join(', ')}.`,
      hint: `Say which is meant: --type ${types[0] ?? ''}.`,
    };
  }
  return outside(asked, here, versions);
}

/** The customer is bound, though not then, or to no version that holds then. */
function outside(asked: Asked, here: readonly BoundPlace[], versions: readonly VersionPart[]): WhyNobody {
  const { instant, environment } = asked;
  const then = here.find((binding) => holds(binding, instant));
  const reason =
    then === undefined
      ? `${named(asked)} is not bound in ${environment} at ${instant}.`
      : `${named(asked)} is bound to ${then.profile} at ${instant}, and no version holds then.`;
  const before = versions.findLast(({ from }) => compareInstants(from, instant) < 0);
  const after = versions.find(({ from }) => compareInstants(from, instant) > 0);
  const known = [
    ...(before === undefined ? [] : [`${before.profile} held until ${before.to ?? ''}`]),
    ...(after === undefined ? [] : [`${after.profile} holds from ${after.from}`]),
  ];
  const hint =
    known.length === 0
      ? 'No version ever holds for this customer: see whether it is a draft, and the errors of the files.'
      : `${known.join('; ')}.`;
  return { reason, hint };
}

function unknownCustomer(asked: Asked, all: readonly BoundCustomer[]): WhyNobody {
  const { type } = asked;
  const ids = all.flatMap(({ binding }) => (type === null || binding.type === type ? [binding.id] : []));
  const guess = nearest(asked.customer, ids);
  const other = all.find(({ binding }) => binding.id === asked.customer);
  if (other !== undefined) {
    const hint = `It is the id of one of type ${other.binding.type}: ask with --type ${other.binding.type}.`;
    return { reason: `${named(asked)} is bound nowhere.`, hint };
  }
  const hint = guess === undefined ? null : `Did you mean "${guess}"?`;
  return { reason: `${named(asked)} is bound nowhere.`, hint };
}

function named({ customer, type }: Asked): string {
  return `The ${type ?? 'customer'} "${customer}"`;
}

function holds({ from, to }: BoundPlace, instant: string): boolean {
  return compareInstants(from, instant) <= 0 && (to === null || compareInstants(instant, to) < 0);
}

function distinct<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort(byCodePoint);
}
