import type { Binding } from '../../model/billing/binding.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { holdsAt, versionsInForce } from '../timeline/timeline.ts';
import { snapshotPath } from './snapshot.ts';

/** What a customer is rated with at an instant, and where that stands. */
export interface Blame {
  readonly binding: Binding;
  readonly bindingPlace: SourceRange;
  /** `id@version`: the version that is pinned, or the one that has taken over from it. */
  readonly profile: string;
  readonly sha256: string;
  readonly termsSha256: string;
  /** The file that the version was read from. */
  readonly file: string;
  /** Where its snapshot is, or would be: the commit since when this file has the hash published the version. */
  readonly snapshot: string;
  /** How long it holds for the customer; null for no end. */
  readonly from: string;
  readonly to: string | null;
}

/** The version in force for a customer at an instant; undefined when there is none. Without a type the id must be one customer's. */
export function blame(
  catalogue: Catalogue,
  environment: Environment,
  customer: string,
  type: string | null,
  instant: string,
): Blame | undefined {
  const part = versionsInForce(catalogue, environment, customer, type).find((found) =>
    holdsAt(found, instant),
  );
  const bound = catalogue.bindingsOf(environment, customer).find(({ binding }) => binding === part?.binding);
  if (part === undefined || bound === undefined) return undefined;
  const { terms, sha256, termsSha256, file } = part.profile;
  const { id, version } = terms;
  return {
    binding: part.binding,
    bindingPlace: bound.place,
    profile: `${id}@${version}`,
    ...{ sha256, termsSha256, file },
    snapshot: snapshotPath({ kind: 'BillingProfile', id, version }),
    from: part.from,
    to: part.to,
  };
}
