import type { Environment, Terms } from './terms.ts';

/** A customer's profile. `from` is included, `to` is not; without `to` it has no end. */
export interface Binding {
  readonly type: 'tenant' | 'account' | 'project' | 'subscription';
  /** Set where nobody says what type it is: neither usage nor a binding. */
  readonly unknownType?: boolean;
  readonly id: string;
  readonly environment: Environment;
  /** `id@version`, as it is pinned. */
  readonly profile: string;
  readonly from: string;
  readonly to: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** ISO 3166; null: the usage says it, or nobody. */
  readonly jurisdiction: string | null;
  /** Discounts that are granted to this customer though they are not enabled for all. */
  readonly grants: readonly string[];
}

/** Terms that hold for one customer in a part of time: what version a usage event is rated with. */
export interface TermsInForce {
  readonly terms: Terms;
  readonly binding: Binding;
  /** Instants in UTC; half-open; null for no end. */
  readonly from: string;
  readonly to: string | null;
}
