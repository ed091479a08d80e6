import type { Decimal } from '../../lib/decimal.ts';

/**
 * A billing profile as it is rated: resolved (`extends`, `params` and rate card are worked in), with decimals.
 * Nothing in it depends on a file any more, so that what was published can be rated from its snapshot alone.
 */
export interface Terms {
  readonly id: string;
  readonly version: string;
  readonly lifecycle: Lifecycle;
  readonly environment: Environment;
  /** Never billed. */
  readonly test: boolean;
  /** Half-open window; without `to` it holds until a successor begins. Instants in UTC. */
  readonly effective: Window;
  readonly supersedes: string | null;
  readonly migration: Migration;
  readonly currency: string;
  readonly rounding: Rounding;
  readonly cadence: Cadence;
  /** Milliseconds after the end of a period in which usage still counts for it. */
  readonly cutoff: number;
  /** UTC or an IANA name. */
  readonly timezone: string;
  readonly skus: readonly Sku[];
  readonly discounts: readonly Discount[];
  readonly commitments: readonly Commitment[];
  readonly tax: Tax | null;
  /** Id of the table that event amounts in another currency are converted with. */
  readonly fx: string | null;
  /** Its rates into the profile's currency. They are not part of the version: a table only grows. Absent: there are none. */
  readonly exchange?: readonly ExchangeRate[];
  readonly allocation: readonly Allocation[];
  readonly revenueShare: readonly RevenueShare[];
}

export type Lifecycle = 'draft' | 'published' | 'deprecated' | 'retired';
export type Environment = 'prod' | 'staging' | 'sandbox';
export type Cadence = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';

/** Half-open: `from` is in it, `to` is not. Null: no end on that side. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** What happens to customers that an earlier version has when this one begins. */
export type Migration =
  | { readonly mode: 'newOnly' }
  | { readonly mode: 'existingFrom'; readonly date: string }
  | { readonly mode: 'all' };

/** Units of the profile's currency for one of `from`, published for a day such as `2026-03-01`. */
export interface ExchangeRate {
  readonly from: string;
  readonly date: string;
  readonly rate: Decimal;
}

export type RoundingMode = 'halfUp' | 'halfEven' | 'halfAway' | 'up' | 'down';

export interface Rounding {
  readonly mode: RoundingMode;
  readonly level: 'line' | 'invoice';
  /** The profile's own, or those of the currency in ISO 4217. */
  readonly digits: number;
}

export type Aggregate = 'sum' | 'max' | 'last' | 'unique' | 'none';
export type MeterWindow = 'hour' | 'day' | 'week' | 'month' | 'period';

/** How events become the quantity of a period: aggregated in each window, then summed over the windows. */
export interface Meter {
  readonly aggregate: Aggregate;
  readonly window: MeterWindow;
  /** The `x_Meter` whose usage it takes; usage with the SKU's own id always counts. */
  readonly name: string | null;
}

export interface Sku {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly meter: Meter;
  readonly price: Price;
  readonly freeQuantity: Decimal;
  readonly convert: Convert | null;
  readonly minAmount: Decimal | null;
  readonly maxAmount: Decimal | null;
  /** What tiers, free quantity, least and most do when a new version begins within a period. */
  readonly onChange: 'restart' | 'continue';
  /** Whether what holds for a whole period is taken by days when only a part of it is billed. */
  readonly proration: 'none' | 'days';
  readonly taxCategory: string;
  readonly group: string | null;
  readonly profitCenter: string | null;
  /** What one metered unit costs us; null where it is not known, which is not 0. */
  readonly cost: {
    readonly variable: Decimal | null;
    readonly fixed: Decimal | null;
    readonly amortised: Decimal | null;
  };
}

export interface Convert {
  readonly op: 'multiply' | 'divide';
  readonly factor: Decimal;
  readonly round: 'none' | 'up' | 'down' | 'halfUp';
}

/** `upTo` is included in its tier; null in the last one. */
export interface Tier {
  readonly upTo: Decimal | null;
  readonly unit: Decimal;
  readonly flat: Decimal;
}

export interface Stair {
  readonly upTo: Decimal | null;
  readonly flat: Decimal;
}

/** `rate` is in percent. */
export interface RateTier {
  readonly upTo: Decimal | null;
  readonly rate: Decimal;
  readonly flat: Decimal;
}

/** Limits by meter (SKU id or meter name). */
export interface CapacityTier {
  readonly limits: Readonly<Record<string, Decimal>>;
  readonly price: Decimal;
}

export type Price =
  | { readonly model: 'flat'; readonly amount: Decimal }
  | { readonly model: 'perUnit'; readonly unit: Decimal }
  | {
      readonly model: 'graduated' | 'volume';
      readonly tiers: readonly Tier[];
      readonly zeroUsageFlat: boolean;
    }
  | { readonly model: 'stairstep'; readonly tiers: readonly Stair[]; readonly zeroUsageFlat: boolean }
  | { readonly model: 'package'; readonly size: Decimal; readonly price: Decimal }
  | {
      readonly model: 'percentage';
      /** Percent. */
      readonly rate: Decimal;
      readonly fixed: Decimal;
      readonly min: Decimal | null;
      readonly max: Decimal | null;
      readonly freeEvents: Decimal | null;
      readonly freeAmount: Decimal | null;
    }
  | {
      readonly model: 'graduatedPercentage';
      readonly tiers: readonly RateTier[];
      readonly zeroUsageFlat: boolean;
    }
  | { readonly model: 'dynamic'; readonly multiplier: Decimal }
  | { readonly model: 'capacity'; readonly tiers: readonly CapacityTier[] };

export interface Discount {
  readonly id: string;
  readonly type: 'percent' | 'fixed' | 'freeQuantity';
  /** Percent, amount or quantity. */
  readonly value: Decimal;
  /** Ids of SKUs; null for all. */
  readonly skus: readonly string[] | null;
  readonly conditions: {
    readonly tags: Readonly<Record<string, string>>;
    readonly minQuantity: Decimal | null;
    readonly minAmount: Decimal | null;
  };
  readonly window: Window;
  readonly precedence: number;
  readonly stacking: 'stack' | 'exclusive' | 'best';
  /** Most that it takes off a period. */
  readonly cap: Decimal | null;
  /** False: only for customers whose binding grants it. */
  readonly enabled: boolean;
}

export interface Commitment {
  readonly id: string;
  readonly type: 'minSpend' | 'quantity' | 'prepaid';
  readonly amount: Decimal;
  readonly period: 'month' | 'quarter' | 'year' | 'term';
  readonly skus: readonly string[] | null;
  readonly overage: { readonly type: 'rate' | 'factor'; readonly value: Decimal } | null;
  readonly trueUp: 'period' | 'term';
  readonly proration: 'none' | 'days';
  readonly alertAt: readonly number[];
}

/** The tax table that was referred to, with its rows. */
export interface Tax {
  readonly id: string;
  readonly version: string;
  readonly rows: readonly TaxRow[];
}

export interface TaxRow {
  readonly jurisdiction: string;
  readonly category: string;
  /** Percent. */
  readonly rate: Decimal;
  readonly inclusive: boolean;
  readonly window: Window;
}

export interface Allocation {
  readonly id: string;
  readonly pool: string;
  readonly method: 'even' | 'proportional' | 'fixed' | 'weighted';
  readonly key: string | null;
  readonly shares: readonly { readonly to: string; readonly share: Decimal }[];
  readonly zeroFallback: 'even' | 'none';
}

export interface RevenueShare {
  readonly party: string;
  readonly percent: Decimal;
  /** gross: before discounts; net: after them. Tax is in neither. */
  readonly base: 'gross' | 'net';
}
