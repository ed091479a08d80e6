import type { SourceRange } from './source.ts';

export type Bump = 'none' | 'patch' | 'minor' | 'major' | 'new-id' | 'refused';

/** One thing that differs between two versions of a billing profile. */
export interface ProfileDifference {
  /** Path by id, such as `skus[api-calls].price.tiers[upTo=1000].unit`. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly base: string | null;
  readonly head: string | null;
  /** Change class of the rule table, such as `price`, `text`, `discount`. */
  readonly changeClass: string;
  readonly requiredBump: Bump;
  /** Roles that must say yes: finance, owner, tax, accountable. */
  readonly approval: readonly string[];
  /** For a date that is refused: the earliest instant that is not, and the days of notice that it keeps. */
  readonly earliest?: string;
  readonly leadDays?: number;
  /** What it changes elsewhere in the resolved profile, such as prices that come with another rate card; the class is the strongest of them. */
  readonly leadsTo?: readonly LedDifference[];
  /** Place at head; at base when it was removed. */
  readonly source: SourceRange;
}

/** What follows in the resolved profile from a difference of its file. */
export type LedDifference = Pick<ProfileDifference, 'path' | 'kind' | 'base' | 'head' | 'changeClass'>;

/** A billing profile on two sides. */
export interface ProfileChange {
  readonly id: string;
  /** Kind of billing file, such as `BillingProfile` or `RateCard`; ids are unique within one. */
  readonly kind: string;
  readonly file: string;
  readonly action: 'create' | 'update' | 'delete' | 'move' | 'no-op';
  readonly baseVersion: string | null;
  readonly headVersion: string | null;
  readonly lifecycle: { readonly base: string | null; readonly head: string | null };
  readonly effectiveFrom: { readonly base: string | null; readonly head: string | null };
  readonly differences: readonly ProfileDifference[];
  /** The strongest of the differences. */
  readonly requiredBump: Bump;
  readonly actualBump: 'none' | 'patch' | 'minor' | 'major' | 'backward' | 'new' | 'removed';
  readonly bumpSufficient: boolean;
  /** Effective date at head lies before `now`. Null when no date could be read. */
  readonly effectiveInPast: boolean | null;
  /** Place of the version field at head (at base for a delete). */
  readonly versionSource: SourceRange;
  readonly effectiveSource: SourceRange;
}
