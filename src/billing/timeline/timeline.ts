import semver from 'semver';

import { compareInstants } from '../../lib/calendar.ts';
import type { Binding, TermsInForce } from '../../model/billing/binding.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import type { ResolvedProfile } from '../resolve/resolved-profile.ts';
import { takeover } from './takeover.ts';

/** A version that holds for a customer in a part of time. */
export interface VersionInForce {
  readonly profile: ResolvedProfile;
  readonly binding: Binding;
  /** Half-open; null for no end. */
  readonly from: string;
  readonly to: string | null;
}

/**
 * The terms that a customer is rated with, in the order of time and without overlap; nothing where no version holds. Without
 * a type, a customer's id that two types have is nobody's.
 */
export function termsInForce(
  catalogue: Catalogue,
  environment: Environment,
  customer: string,
  type: string | null,
): readonly TermsInForce[] {
  return versionsInForce(catalogue, environment, customer, type).map(({ profile, ...part }) => ({
    terms: profile.terms,
    ...part,
  }));
}

/** The terms in force at an instant; undefined when no version holds then. */
export function termsAt(
  catalogue: Catalogue,
  environment: Environment,
  customer: string,
  type: string | null,
  instant: string,
): TermsInForce | undefined {
  return termsInForce(catalogue, environment, customer, type).find((part) => holdsAt(part, instant));
}

/** The same with the resolved versions, for their hashes and places. */
export function versionsInForce(
  catalogue: Catalogue,
  environment: Environment,
  customer: string,
  type: string | null,
): readonly VersionInForce[] {
  const all = catalogue.bindingsOf(environment, customer).map(({ binding }) => binding);
  const types = new Set(all.map((binding) => binding.type));
  if (type === null && types.size > 1) return [];
  return all
    .filter((binding) => type === null || binding.type === type)
    .flatMap((binding) => versionsOfBinding(catalogue, binding));
}

/** Whether an instant lies in a half-open part of time. */
export function holdsAt(
  { from, to }: { readonly from: string; readonly to: string | null },
  instant: string,
): boolean {
  return compareInstants(from, instant) <= 0 && (to === null || compareInstants(instant, to) < 0);
}

/**
 * A binding begins with the version that it names. Each higher version that takes over its customers while it lasts holds
 * from then on, and none holds outside of its own window.
 */
export function versionsOfBinding(catalogue: Catalogue, binding: Binding): VersionInForce[] {
  const versions = versionsFrom(catalogue, binding.profile);
  const [pinned] = versions;
  if (pinned === undefined) return [];
  const steps = [{ profile: pinned, place: 0, from: binding.from }];
  for (const next of successors(versions, binding))
    if (next.place > (steps.at(-1)?.place ?? 0)) steps.push(next);
  return steps.flatMap(({ profile, from }, index) => {
    const to = steps[index + 1]?.from ?? binding.to;
    const { effective } = profile.terms;
    const part = {
      from: effective.from !== null && compareInstants(effective.from, from) > 0 ? effective.from : from,
      to: effective.to !== null && (to === null || compareInstants(effective.to, to) < 0) ? effective.to : to,
    };
    const isEmpty = part.to !== null && compareInstants(part.from, part.to) >= 0;
    return isEmpty ? [] : [{ profile, binding, ...part }];
  });
}

/** Versions that take over the customer after the binding begins and before it ends, in the order of time. */
function successors(versions: readonly ResolvedProfile[], binding: Binding) {
  return versions
    .flatMap((profile, place) => {
      const from = place === 0 ? null : takeover(profile, binding.id);
      const isIn =
        from !== null &&
        compareInstants(from, binding.from) > 0 &&
        (binding.to === null || compareInstants(from, binding.to) < 0);
      return isIn ? [{ profile, place, from }] : [];
    })
    .sort((a, b) => compareInstants(a.from, b.from));
}

/** Thousands of bindings name the same version. */
const known = new WeakMap<Catalogue, Map<string, readonly ResolvedProfile[]>>();

/** The version that a reference names and the higher ones of its profile, rising, without drafts; none when it is one itself. */
function versionsFrom(catalogue: Catalogue, reference: string): readonly ResolvedProfile[] {
  const lists = known.get(catalogue) ?? new Map<string, readonly ResolvedProfile[]>();
  known.set(catalogue, lists);
  const list = lists.get(reference) ?? findVersions(catalogue, reference);
  lists.set(reference, list);
  return list;
}

function findVersions(catalogue: Catalogue, reference: string): readonly ResolvedProfile[] {
  const pinned = catalogue.profile(reference);
  if (pinned === undefined || pinned.terms.lifecycle === 'draft') return [];
  const higher = catalogue
    .versions(pinned.terms.id)
    .filter(({ terms }) => terms.lifecycle !== 'draft' && semver.gt(terms.version, pinned.terms.version));
  return [pinned, ...higher];
}
