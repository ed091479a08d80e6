import type { Decimal } from '../lib/decimal.ts';
import type { Range } from './cost.ts';
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

/** A resource belongs to the unit when every given part matches; no parts: all resources. Globs with `*`. */
export interface UnitMatch {
  readonly tags?: Readonly<Record<string, string>>;
  readonly paths?: readonly string[];
  readonly types?: readonly string[];
}

/** Cost per unit at one side. Null, never 0, when a part is missing. */
export interface UnitSide {
  readonly monthly: Range | null;
  readonly perUnit: Range | null;
  /** Revenue minus cost, per `per` units; likely figures. */
  readonly margin: Decimal | null;
  readonly marginPercent: Decimal | null;
  readonly resources: number;
  /** Resources of the unit without a known price: the figure leaves them out. */
  readonly unpriced: number;
}

export interface UnitDelta {
  readonly id: string;
  readonly label: string;
  readonly volume: { readonly monthly: Decimal; readonly source: string } | null;
  readonly base: UnitSide;
  readonly head: UnitSide;
  readonly delta: Range | null;
  /** Percent of the base cost per unit (likely); null when the base is 0 or unknown. */
  readonly percent: Decimal | null;
  readonly marginDelta: Decimal | null;
  /** Why a figure is null, one sentence each. */
  readonly missing: readonly string[];
}
