import type { Decimal } from '../../lib/decimal.ts';
import type { SourceRange } from '../source.ts';
import type { RatedLine } from './rating.ts';
import type { Cadence, Environment } from './terms.ts';
import type { UsageCounts, UsageOrigin } from './usage.ts';

/** Old and new; null where nothing is known, which is not 0. */
export interface Sides {
  readonly base: Decimal | null;
  readonly head: Decimal | null;
  readonly delta: Decimal | null;
  /** Of the base; null when that is 0 or unknown. */
  readonly percent: Decimal | null;
}

/** Recorded usage rated by the terms of both sides. All money of one group is in one currency, before tax. */
export interface Simulation {
  /** False: there is no usage, and only the probes say anything. */
  readonly replayed: boolean;
  /** Whose customers are compared. */
  readonly environment: Environment;
  /** One group a currency. */
  readonly totals: readonly CurrencyTotals[];
  /** Changed profiles with what they do. */
  readonly profiles: readonly ProfileImpact[];
  /** What limits are held against: all profiles whose customers the change reaches, by id. Empty without usage. */
  readonly effects: readonly ProfileEffect[];
  readonly usage: {
    readonly counts: UsageCounts;
    readonly origin: UsageOrigin;
    readonly coverage: UsageCoverage;
    /** The billing periods that the sums hold, by cadence and time zone; empty without a replay. */
    readonly periods: readonly ComparedPeriods[];
  } | null;
  /** When terms differ before what is compared, in order of time: that is in no sum. */
  readonly uncompared: readonly UncomparedStretch[];
  /** Accepted rows of recorded usage that no invoice has, or will have. */
  readonly unbilled: readonly UnbilledRows[];
  /** Customers who are in no sum, since what they pay on a side cannot be read; null where there are none. */
  readonly unread: UnreadCustomers | null;
  /** What the change gives other terms and no sum tells; by profile and id. Empty without a replay. */
  readonly unjudged: readonly UnjudgedTerms[];
  /** What could not be simulated, one sentence each. */
  readonly unknowns: readonly string[];
}

/** What differs and of which the recorded usage does not tell what it comes to: no limit can be held against it. */
export interface UnjudgedTerms {
  /** Of the profile that the customers have at head, else of that at base. */
  readonly profile: string;
  readonly kind: 'sku' | 'commitment' | 'time';
  /** Of the SKU or the commitment; from when on. */
  readonly id: string;
  readonly customers: number;
  /** One sentence: what is not known, and what it can come to. */
  readonly reason: string;
  /** What would tell it. */
  readonly fix: string;
}

/** Customers with a version that is there and cannot be read: whom it is bound to, or may take over. */
export interface UnreadCustomers {
  readonly customers: number;
  /** Their profiles of which a version cannot be read, by id. */
  readonly profiles: readonly string[];
}

/** Accepted rows that nobody is billed for. */
export interface UnbilledRows {
  /**
   * `unbound`: nothing was in force for their customer in their billing period. `late-at-head`: they came in time by the cutoff of the
   * base, and too late by that of the head.
   */
  readonly reason: 'unbound' | 'late-at-head';
  readonly rows: number;
  /** One sentence about the first of them. */
  readonly first: string;
  readonly place: { readonly file: string; readonly line: number };
}

/** A time in which some customers have other terms on both sides than those that are compared. Instants in UTC, half-open. */
export interface UncomparedStretch {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** The profiles that they have in it, by id. */
  readonly profiles: readonly string[];
}

/** Billing periods in which somebody has usage: how many, the begin of the first and the end of the last; instants in UTC. */
export interface ComparedPeriods {
  readonly cadence: Cadence;
  readonly timezone: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** Shares in percent of what was rated, null without rows. */
export interface UsageCoverage {
  readonly rows: Decimal | null;
  /** Whether the usage is complete through the end of its window; null: nobody says. */
  readonly complete: boolean | null;
}

export interface CurrencyTotals {
  readonly currency: string;
  readonly revenue: Sides;
  /** The same without those who pay in another currency on the other side: what a limit of losses is held against. */
  readonly compared: Sides;
  /** What those have paid at base who pay in another currency then, by another profile. */
  readonly moved: Decimal;
  /** Revenue less variable cost, where the cost of every line is known on that side. */
  readonly margin: Sides;
  /** Share of revenue whose cost is known, in percent, at head; of what is paid, without what is given back. */
  readonly costCoverage: Decimal | null;
  readonly discounts: Sides;
  /** All that somebody bills on either side: those that nobody bills at base are new, those that nobody bills at head are gone. */
  readonly customers: {
    readonly total: number;
    readonly more: number;
    readonly less: number;
    readonly same: number;
    readonly new: number;
    readonly gone: number;
  };
  /** Change of each customer in percent: 10th, 50th, 90th percentile. */
  readonly spread: { readonly p10: Decimal; readonly p50: Decimal; readonly p90: Decimal } | null;
  /** Most changed customers by absolute delta, then by id. */
  readonly movers: readonly CustomerDelta[];
  readonly skus: readonly SkuDelta[];
  readonly units: readonly UnitRevenue[];
}

export interface CustomerDelta {
  /** The id, or its hash where configuration asks for it; with the type behind it where two types share the id: `acme (tenant)`. */
  readonly customer: string;
  readonly revenue: Sides;
  readonly profile: { readonly base: string | null; readonly head: string | null };
}

export interface SkuDelta {
  /** SKU id, or commitment id for `kind` other than usage. */
  readonly sku: string;
  readonly kind: RatedLine['kind'];
  readonly profile: string;
  readonly unit: string | null;
  readonly quantity: Decimal;
  readonly revenue: Sides;
  /** Revenue a metered unit. */
  readonly perUnit: Sides;
  readonly margin: Sides;
}

/** Revenue for one unit of what the business counts. */
export interface UnitRevenue {
  readonly id: string;
  readonly label: string;
  /** As the SKU with its meter bills it on each side; without one the sum of what was recorded. */
  readonly count: Sides;
  readonly revenue: Sides;
  readonly margin: Sides;
}

export interface ProfileImpact {
  readonly id: string;
  readonly baseVersion: string | null;
  readonly headVersion: string | null;
  readonly currency: string;
  readonly migrations: readonly MigrationImpact[];
  readonly probes: readonly Probe[];
  /** Of the customers who have the profile on either side. */
  readonly revenue: Sides;
  readonly margin: Sides;
  readonly customers: CurrencyTotals['customers'];
  /**
   * Revenue delta that one difference alone makes, by its path in the profile change; absent where it cannot be told apart. Where
   * several differences make one part together, such as the tiers of a price, it is by the path of the part: `skus[api].price`.
   */
  readonly byDifference: Readonly<Record<string, Decimal>>;
  /** What the differences make only together: the delta less the sum of all above. Null where some are not told apart. */
  readonly interaction: Decimal | null;
}

/** What a change does to those who have a profile on either side, whatever file it changes. */
export interface ProfileEffect {
  readonly id: string;
  readonly currency: string;
  readonly revenue: Sides;
  /** The same without those who pay in another currency on the other side: what a limit of losses is held against. */
  readonly compared: Sides;
  readonly margin: Sides;
  /** The margin at head if each unit cost what it costs at base: a change does not bring its own evidence. */
  readonly marginAtBaseCost: Decimal | null;
  readonly largest: LargestChanges;
  /** The same at other times than the one that the sums are of; empty where nothing differs there. */
  readonly otherTimes: readonly EffectThen[];
  /** Customers who pay in another currency then, with the first of them; null where nobody does. */
  readonly otherCurrency: {
    readonly customers: number;
    readonly customer: string;
    readonly from: string;
    readonly to: string;
  } | null;
}

/** The customers whose revenue rises and falls most in percent; no percentage is above all. Null where nobody's does. */
export interface LargestChanges {
  readonly increase: CustomerDelta | null;
  readonly decrease: CustomerDelta | null;
}

/** What a change does to those who have a profile while other terms hold than those of the sums. */
export interface EffectThen {
  /** `once promotions have ended`, or from when to when; as a sentence has it. */
  readonly when: string;
  readonly revenue: Sides;
  readonly largest: LargestChanges;
}

/** What the version would do to those who are bound to an earlier one, in each way of moving them. */
export interface MigrationImpact {
  readonly mode: 'newOnly' | 'existingFrom' | 'all';
  /** The mode that the profile declares. */
  readonly declared: boolean;
  /** When they move; null: never. */
  readonly from: string | null;
  readonly customersMoved: number;
  /** In a window like the recorded one, after they moved. Null without usage, unless nobody moves. */
  readonly delta: Decimal | null;
  /** By the cohorts of the rollout, in order; empty without one. */
  readonly stages: readonly MigrationStage[];
}

/** What has moved when a cohort of a rollout has: its customers, and those of all cohorts before it. */
export interface MigrationStage extends Pick<MigrationImpact, 'customersMoved' | 'delta'> {
  /** Share of all customers that has moved then, as the file has it. */
  readonly percent: string;
  readonly from: string;
}

/** One quantity at or beside a tier bound, priced by both sides. */
export interface Probe {
  readonly sku: string;
  readonly unit: string;
  readonly quantity: Decimal;
  /** Which bound it probes, and on which side of it. */
  readonly bound: Decimal | null;
  readonly at: 'below' | 'on' | 'above' | 'unit';
  readonly amount: Sides;
  readonly source: SourceRange | null;
}
