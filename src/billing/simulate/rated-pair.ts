import type { Decimal } from '../../lib/decimal.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { LineSides, Side } from './tally.ts';
import type { Counts } from './unit-counts.ts';

/** All customers who have the same terms at base, and the same at head; rated. */
export interface RatedPair {
  /** Null: the customers are billed by nothing on that side. */
  readonly base: Terms | null;
  readonly head: Terms | null;
  readonly lines: readonly LineSides[];
  readonly customers: readonly RatedCustomer[];
  /** Ids of SKUs that could not be rated on a side for one of the customers: they are on neither for it. */
  readonly unrated: ReadonlySet<string>;
  /** How much was recorded of the meters that count units. */
  readonly counts: Readonly<Record<Side, Counts>>;
}

/** What one customer brings on both sides, before tax; 0 where it is billed by nothing. */
export interface RatedCustomer {
  readonly customer: string;
  readonly type: Binding['type'];
  readonly base: Decimal;
  readonly head: Decimal;
}

/** How a customer is shown. */
export type NameOf = (customer: string, type: Binding['type']) => string;
