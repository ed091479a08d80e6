import semver from 'semver';

import type { BillingDocument } from '../../document.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { subjectOf } from '../subject.ts';
import type { DiscountCondition } from './conditions.ts';

/** The discounts that bindings grant in touched files, where the base does not grant them by the same reference. In their order. */
export function newGrants(
  base: Catalogue,
  head: Catalogue,
  touched: readonly BillingDocument[],
): readonly DiscountCondition[] {
  const sets = new Map(touched.map((document) => [document.file, document]));
  const standing = new Set(
    base.bindings.flatMap(({ binding: { grants, profile, id } }) =>
      grants.map((grant) => JSON.stringify([id, profile, grant])),
    ),
  );
  return head.bindings.flatMap(({ binding: { grants, profile, id }, place }) => {
    const set = sets.get(place.file);
    const known = grants.length === 0 ? undefined : discountsOf(head, profile);
    if (set === undefined || known === undefined) return [];
    return grants
      .filter((grant) => !standing.has(JSON.stringify([id, profile, grant])))
      .map((grant) => ({
        ...{ ...subjectOf(set), discount: grant, what: 'grant' as const, value: profile },
        ...{ known: known.has(grant), source: place },
      }));
  });
}

/** Ids of the discounts of a version and of those after it; undefined when there is no such version. */
function discountsOf(head: Catalogue, reference: string): ReadonlySet<string> | undefined {
  const pinned = head.profile(reference)?.terms;
  if (pinned === undefined) return undefined;
  const versions = head.versions(pinned.id).filter(({ terms }) => semver.gte(terms.version, pinned.version));
  return new Set(versions.flatMap(({ terms }) => terms.discounts.map(({ id }) => id)));
}
