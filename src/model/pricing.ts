import type { Decimal } from '../lib/decimal.ts';
import type { Range } from './cost.ts';
import type { CheckTotals } from './result.ts';
import type { SourceRange } from './source.ts';

/** `pricing` of the configuration: what the buyer pays otherwise than the price lists say. */
export interface PricingConfig {
  readonly exchangeRates: readonly ExchangeRate[];
  readonly discounts: readonly Discount[];
  readonly prices: readonly OwnPrice[];
  readonly commitments: readonly Commitment[];
  readonly freeTier: FreeTier;
}

/** `on`: allowances for each account; `shared`: once, as for accounts that are billed together. */
export type FreeTier = 'off' | 'on' | 'shared';

/** Which prices an entry holds for; what is left out holds for all. In `region` and `key` a `*` is any text, but not for an own price. */
export interface PriceScope {
  readonly provider?: string;
  /** Shard of the price book. */
  readonly service?: string;
  readonly region?: string;
  readonly key?: string;
  readonly sku?: string;
}

/** What all entries have. Both days belong to the time in which it holds. */
export interface PricingEntry {
  readonly id: string;
  readonly scope: PriceScope;
  readonly from?: string;
  readonly until?: string;
  readonly source: SourceRange;
}

/** A negotiated discount, in percent of the list price. */
export interface Discount extends PricingEntry {
  readonly percent: Decimal;
  /** Holds for what commitments cover too. */
  readonly onCommitments: boolean;
}

/** A negotiated unit price in the place of the list price. */
export interface OwnPrice extends PricingEntry {
  readonly unit: string;
  readonly currency: string;
  /** Sorted by `from`, the first 0. */
  readonly tiers: readonly { readonly from: Decimal; readonly price: Decimal }[];
}

/** A share of a quantity that a commitment covers. */
export interface Commitment extends PricingEntry {
  readonly kind: CommitmentKind;
  /** Percent of the quantity. */
  readonly share: Decimal;
  /** Percent of the list price that it saves; null: its rate stands in the price book. */
  readonly percent: Decimal | null;
  readonly term: string;
  readonly class: string;
  readonly payment: string;
}

export type CommitmentKind = 'reserved' | 'savings_plan' | 'committed_use';

/** One unit of `from` is `rate` units of `to`. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Decimal;
  readonly date: string;
  /** Who published it. */
  readonly source: string;
  readonly place: SourceRange;
}

/** Something that makes a line cost otherwise than by the list price. */
export interface Adjustment {
  readonly kind: AdjustmentKind;
  /** Id of the entry of the configuration, or of the allowance. */
  readonly id: string;
  /** What it is, as one phrase. */
  readonly text: string;
  /** What it adds a month, in the result's currency; less than 0 where it saves. */
  readonly effect: Range;
}

export type AdjustmentKind = 'own_price' | 'free_tier' | 'negotiated_discount' | CommitmentKind;

/** How figures differ from list prices, over all of a check. */
export interface PricingSummary {
  /** The same totals by list prices, in the currency of the result. */
  readonly list: CheckTotals;
  readonly freeTier: FreeTier;
  /** The rates that amounts were converted by. */
  readonly exchangeRates: readonly ExchangeRate[];
  readonly entries: readonly EntryUse[];
}

/** What became of one entry of the configuration, or of an allowance that was applied. */
export interface EntryUse {
  readonly kind: AdjustmentKind;
  readonly id: string;
  readonly state: EntryState;
  /** Cost lines at head that it holds for. */
  readonly lines: number;
  /** What it adds to the head a month; less than 0 where it saves. */
  readonly effect: Range;
}

/** `unused`: in force, and no price that a side asks for is one that it holds for. */
export type EntryState = 'used' | 'unused' | 'expired' | 'not-yet-valid';
