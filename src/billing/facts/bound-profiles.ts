import { compareInstants } from '../../lib/calendar.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { BoundCustomer, Catalogue, ResolvedProfile } from '../resolve/catalogue.ts';
import type { FactsInput } from './input.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { versionsOfBinding } from '../timeline/timeline.ts';

/** A version of a profile that customers of an environment are bound to, or that takes them over. */
export interface BoundProfile {
  /** `id@version`. */
  readonly reference: string;
  readonly environment: string;
  /** Of the profile. */
  readonly profileEnvironment: string;
  readonly test: boolean;
  /** Of the version; `retired` also when the profile is by now, and the binding names an earlier version. */
  readonly lifecycle: string;
  /** How many bindings there are, and whose is the first, as reports show it. */
  readonly customers: number;
  readonly customer: string;
  /** Of the reference in the first binding. */
  readonly source: SourceRange;
}

interface Group {
  readonly profile: ResolvedProfile;
  readonly lifecycle: string;
  readonly environment: string;
  readonly bound: BoundCustomer[];
}

/**
 * What customers are bound to from `now` on where the change touches the binding's file or the profile, and which versions
 * take over from that; sorted by environment and reference.
 */
export function boundProfiles(
  { head, now, nameOf }: Pick<FactsInput, 'head' | 'now' | 'nameOf'>,
  touched: readonly BillingDocument[],
): readonly BoundProfile[] {
  const files = new Set(touched.map(({ file }) => file));
  return [...groupsOf(head, now)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, { profile, lifecycle, environment, bound }]) => {
      const [first] = bound.filter(({ place }) => files.has(place.file));
      const shown = first ?? bound[0];
      const file = lifecycle === 'retired' ? newestOf(head, profile)?.file : profile.document?.file;
      if (shown === undefined || (first === undefined && !files.has(file ?? ''))) return [];
      return [
        {
          reference: referenceTo(profile.terms),
          environment,
          profileEnvironment: profile.terms.environment,
          test: profile.terms.test,
          lifecycle,
          customers: bound.length,
          customer: nameOf(shown.binding.id),
          source: shown.profilePlace,
        },
      ];
    });
}

function groupsOf(head: Catalogue, now: string): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const isOver = (end: string | null) => end !== null && compareInstants(end, now) <= 0;
  for (const bound of head.bindings) {
    const { environment, profile: reference, to } = bound.binding;
    const pinned = isOver(to) ? undefined : head.profile(reference);
    if (pinned === undefined) continue;
    const isRetired = newestOf(head, pinned)?.terms.lifecycle === 'retired';
    // Of a retired profile the binding itself is the fault.
    const later = isRetired ? [] : versionsOfBinding(head, bound.binding).filter((part) => !isOver(part.to));
    for (const profile of new Set([pinned, ...later.map((part) => part.profile)])) {
      const key = `${environment} ${referenceTo(profile.terms)}`;
      const lifecycle = isRetired ? 'retired' : profile.terms.lifecycle;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { profile, lifecycle, environment, bound: [bound] });
      else group.bound.push(bound);
    }
  }
  return groups;
}

/** Newest versions by id, for each catalogue once. */
const newest = new WeakMap<Catalogue, ReadonlyMap<string, ResolvedProfile>>();

/** The version of the profile that its file has. */
function newestOf(head: Catalogue, { terms }: ResolvedProfile): ResolvedProfile | undefined {
  const known = newest.get(head) ?? new Map(head.profiles.map((profile) => [profile.terms.id, profile]));
  newest.set(head, known);
  return known.get(terms.id);
}
