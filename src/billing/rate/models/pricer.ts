import type { Decimal } from '../../../lib/decimal.ts';
import type { SkuUsage } from '../sku-part.ts';
import type { Share } from '../share.ts';

/** What the parts of a run have come to together at the end of one of them. */
export interface Reached {
  /** After conversion and free quantity; never negative. */
  readonly billable: Decimal;
  readonly usage: SkuUsage;
  /** Of the period, for what is taken by days. */
  readonly share: Share | null;
}

/** One price, ready to be applied many times. `end` is what the whole run comes to. */
export interface Pricer {
  /** What the price goes by. */
  readonly basis: 'nothing' | 'quantity' | 'amounts';
  /** What usage so far costs, before least and most. Never falls as it grows towards the same end. */
  readonly amount: (at: Reached, end: Reached) => Decimal;
  /** Why that cannot be said though the basis is there; null when it can be. */
  readonly unknown: (at: Reached, end: Reached) => string | null;
  /** The calculation of what was added since `before` (null: since the run began), such as `1,000 x 0.12 + 500 x 0.09`. */
  readonly text: (before: Reached | null, at: Reached, end: Reached) => string;
}
