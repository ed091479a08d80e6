import type { JsonObject } from '../../lib/json.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';

/** A version of a profile with all that it refers to worked in. */
export interface ResolvedProfile {
  readonly terms: Terms;
  /** Resolved content in its canonical form: what the hash is over, and what the snapshot holds. */
  readonly json: JsonObject;
  readonly sha256: string;
  /** Hash of what decides amounts alone: two versions with the same one rate all usage alike. */
  readonly termsSha256: string;
  /** Null: from a snapshot. */
  readonly document: BillingDocument | null;
  /** The file it was read from. */
  readonly file: string;
  /** Shares of the customers that have the version from an instant on; empty: all at once. By date. */
  readonly rollout: readonly Cohort[];
  /** Where a value stands, by its path in a profile difference, such as `skus[api].price.unit`; of its nearest parent when it has no place of its own. */
  readonly place: (path: string) => SourceRange;
}

/** A share of the customers, in percent of all of them, that has a version from an instant on. */
export interface Cohort {
  readonly percent: string;
  readonly from: string;
}

/** `id@version`. */
export function referenceTo({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}
