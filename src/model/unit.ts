import type { Decimal } from '../lib/decimal.ts';
import type { Percentages, Range } from './cost.ts';
import type { SourceRange } from './source.ts';

/** What the business counts: an order, a monthly active user, a thousand requests. */
export interface UnitDefinition {
  readonly id: string;
  /** What one figure is for, such as "1,000 orders". */
  readonly label: string;
  /** How many units one figure is for: 1000 for "1,000 orders". */
  readonly per: Decimal;
  /** Units a month and where that is known from; null when not given. */
  readonly volume: { readonly monthly: Decimal; readonly source: string; readonly asOf?: string } | null;
  readonly match: UnitMatch;
  /** Revenue per `per` units, in the report's currency; null when not given. */
  readonly revenue: { readonly amount: Decimal; readonly source?: string } | null;
  readonly source: SourceRange;
}

/** A resource belongs to the unit when every given part matches; no parts: all resources. Globs with `*`, which is any text in a tag's value. */
export interface UnitMatch {
  readonly tags?: Readonly<Record<string, string>>;
  readonly paths?: readonly string[];
  readonly types?: readonly string[];
}

/** What of a side's cost is known. Null when nothing is, or nothing belongs to the unit. */
export interface KnownCost {
  readonly monthly: Range | null;
  readonly perUnit: Range | null;
}

/** Cost per unit at one side. Figures are null, and never 0 or a sum of parts, when a part is missing. */
export interface UnitSide {
  readonly monthly: Range | null;
  readonly perUnit: Range | null;
  /** Revenue minus cost, per `per` units; likely figures. */
  readonly margin: Decimal | null;
  readonly marginPercent: Decimal | null;
  readonly resources: number;
  /** Resources of the unit whose price is wholly or partly unknown. */
  readonly unpriced: number;
  /** Resources that may belong to the unit: a tag that decides is not known. */
  readonly uncertain: number;
  /** The sum of what is known, apart. Equal to the figures when nothing is missing. */
  readonly known: KnownCost;
}

/** What changes over the parts that are known on both sides; in order, the least figure as low. */
export interface KnownIncrease {
  readonly monthly: Range;
  /** Null without a volume. */
  readonly perUnit: Range | null;
  /** Of the base's known part, scenario by scenario. Null when nothing of the base is known. */
  readonly percent: Percentages | null;
}

export interface UnitDelta {
  readonly id: string;
  readonly label: string;
  readonly volume: UnitDefinition['volume'];
  readonly revenue: UnitDefinition['revenue'];
  /** Null when a side is null. */
  readonly delta: Range | null;
  /** Percent of the base cost per unit (likely); null when the base is 0 or unknown. */
  readonly percent: Decimal | null;
  readonly marginDelta: Decimal | null;
  readonly base: UnitSide;
  readonly head: UnitSide;
  readonly known: KnownIncrease;
  /** Addresses of changed resources that leave open by how much the cost rises, sorted. */
  readonly unpricedChanges: readonly string[];
  /** Why a figure is null, one sentence each. */
  readonly missing: readonly string[];
  /** Where the unit is defined. */
  readonly source: SourceRange;
}
