import type { Decimal } from '../../lib/decimal.ts';
import type { RatingStep } from '../../model/billing/rating.ts';
import type { Sku, Terms } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';

/** One SKU in the part of a billing period in which one version holds. */
export interface SkuPart {
  readonly terms: Terms;
  readonly sku: Sku;
  /** Half-open, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly usage: SkuUsage;
  /** Beside the SKU's own free quantity, from discounts: what a whole period has, by days where the SKU is. */
  readonly freeQuantity: Decimal;
  /** Whether another version of the profile held right before it in the period: neither that nor the binding begins with it. */
  readonly isLater?: boolean;
}

/** What one customer used of one SKU in a part of a period. */
export interface SkuUsage {
  readonly quantity: Decimal;
  readonly events: Decimal;
  /** Sum of the amounts of its events; null when one has none. */
  readonly amount: Decimal | null;
  /** In the order of time; null when amounts of single events are not known. */
  readonly amounts: UsageCell['amounts'];
  /** For `capacity`: quantities by SKU id or meter name. What is not in it is not known, which is not 0. */
  readonly limits: Readonly<Record<string, Decimal>>;
  /** Why the quantity cannot be known. */
  readonly unknown?: string;
}

/** What a part costs, or why nobody can say. */
export type RatedSku = {
  /** As metered. */
  readonly quantity: Decimal;
  /** After conversion and free quantity; of models that price amounts or nothing it decides nothing. */
  readonly billable: Decimal;
  /** Empty unless they were asked for. */
  readonly steps: readonly RatingStep[];
} & (
  | {
      /** Exact but for divisions, within least and most; at most 34 digits after the point. */
      readonly amount: Decimal;
      readonly unknown: null;
    }
  | {
      readonly amount: null;
      /** One sentence. */
      readonly unknown: string;
    }
);
