import type { SourceRange } from '../../model/source.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { BillingDocument } from '../document.ts';
import type { BoundCustomer, Catalogue } from '../resolve/catalogue.ts';

/** A version of a profile that customers of an environment are bound to. */
export interface BoundProfile {
  /** `id@version`, as the bindings have it. */
  readonly reference: string;
  readonly environment: string;
  /** Of the profile. */
  readonly profileEnvironment: string;
  readonly test: boolean;
  readonly lifecycle: string;
  /** How many bindings there are, and whose is the first. */
  readonly customers: number;
  readonly customer: string;
  /** Of the reference in the first binding. */
  readonly source: SourceRange;
}

/** What customers are bound to where the change touches the binding's file or the profile; sorted by environment and reference. */
export function boundProfiles(head: Catalogue, touched: readonly BillingDocument[]): readonly BoundProfile[] {
  const files = new Set(touched.map(({ file }) => file));
  const groups = new Map<string, BoundCustomer[]>();
  for (const bound of head.bindings) {
    const key = `${bound.binding.environment} ${bound.binding.profile}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [bound]);
    else group.push(bound);
  }
  return [...groups]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, group]) => {
      const [first] = group.filter(({ place }) => files.has(place.file));
      const shown = first ?? group[0];
      const profile = shown && head.profile(shown.binding.profile);
      if (shown === undefined || profile === undefined) return [];
      if (first === undefined && !(profile.document && files.has(profile.document.file))) return [];
      const { environment, test, lifecycle } = profile.terms;
      return [
        {
          reference: shown.binding.profile,
          environment: shown.binding.environment,
          profileEnvironment: environment,
          test,
          lifecycle,
          customers: group.length,
          customer: shown.binding.id,
          source: shown.profilePlace,
        },
      ];
    });
}
