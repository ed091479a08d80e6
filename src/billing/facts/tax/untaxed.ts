import { compareInstants } from '../../../lib/calendar.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Binding } from '../../../model/billing/binding.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import type { BoundCustomer, ResolvedProfile } from '../../resolve/catalogue.ts';
import { referenceTo } from '../../resolve/resolved-profile.ts';
import { versionsOfBinding } from '../../timeline/timeline.ts';
import type { FactsInput } from '../input.ts';

/** Customers who are billed without tax though the profile had a tax table, or who are billed nobody knows where. */
export interface Untaxed {
  readonly reason: 'no-table' | 'no-jurisdiction';
  /** `id@version` of what is in force then. */
  readonly reference: string;
  /** How many bindings there are, and whose is the first. */
  readonly customers: number;
  readonly customer: string;
  readonly source: SourceRange;
}

type Sides = Pick<FactsInput, 'base' | 'head' | 'usage' | 'now'>;

/**
 * By the versions in force from now on: those of touched profiles that have no tax table any more, and new bindings to one that has,
 * without a jurisdiction where no usage of the customer has one. By reason and reference.
 */
export function untaxed(sides: Sides, touched: readonly BillingDocument[]): readonly Untaxed[] {
  const { base, head, now } = sides;
  const documents = new Set(touched);
  const placed = placedCustomers(sides);
  const standing = new Set(base.bindings.map(({ binding }) => keyOf(binding)));
  const taxed = new Set(base.profiles.flatMap(({ terms }) => (terms.tax === null ? [] : [terms.id])));
  const found = new Map<string, Untaxed>();
  for (const bound of head.bindings) {
    const { binding } = bound;
    const isNew = !standing.has(keyOf(binding)) && binding.jurisdiction === null && !placed.has(binding.id);
    for (const { profile, to } of versionsOfBinding(head, binding)) {
      if (to !== null && compareInstants(to, now) <= 0) continue;
      const { tax, id } = profile.terms;
      const isDropped = profile.document !== null && documents.has(profile.document) && taxed.has(id);
      if (tax === null && isDropped) count(found, 'no-table', profile, bound);
      if (tax !== null && isNew) count(found, 'no-jurisdiction', profile, bound);
    }
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b)).map(([, one]) => one);
}

/** Customers some of whose usage says where it is taxed. */
function placedCustomers({ usage }: Sides): ReadonlySet<string> {
  const placed = new Set<string>();
  for (const { customer, jurisdiction } of usage?.cells ?? [])
    if (jurisdiction !== null) placed.add(customer);
  return placed;
}

function count(
  found: Map<string, Untaxed>,
  reason: Untaxed['reason'],
  profile: ResolvedProfile,
  { binding, place }: BoundCustomer,
): void {
  const reference = referenceTo(profile.terms);
  const key = `${reason} ${reference}`;
  const known = found.get(key);
  const source = reason === 'no-table' ? profile.place('version') : place;
  const customers = (known?.customers ?? 0) + 1;
  found.set(key, { ...(known ?? { reason, reference, customer: binding.id, source }), customers });
}

function keyOf({ environment, type, id, from }: Binding): string {
  return JSON.stringify([environment, type, id, from]);
}
