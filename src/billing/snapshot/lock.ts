import type { SourceRange } from '../../model/source.ts';
import type { Cohort } from '../resolve/resolved-profile.ts';

/** What the lock file says of a published version. */
export interface LockEntry {
  readonly sha256: string;
  /** Hash of what decides amounts alone. */
  readonly terms: string;
  readonly publishedAt: string;
  /** Empty: all customers at once. */
  readonly rollout: readonly Cohort[];
  readonly place: SourceRange;
}

/** By kind, id and version, such as `BillingProfile/standard@2.0.0`; empty when there is no lock file. */
export type Lock = ReadonlyMap<string, LockEntry>;
