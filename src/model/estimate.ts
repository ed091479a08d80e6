import type { Decimal } from '../lib/decimal.ts';
import type { ResourceCost } from './cost.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { PricingSummary } from './pricing.ts';
import type { Coverage, CostTotals, ProjectInput, SideRef, SideTotals } from './result.ts';

/** Usage that is tried out: of all resources, of those of a type, or of one address. */
export interface WhatIf {
  /** Type or address; null for all. */
  readonly target: string | null;
  readonly key: string;
  readonly value: Decimal;
  /** Resources of the estimate whose cost asks for the key. */
  readonly resources: number;
}

/** What a part of the estimate costs a month. */
export interface EstimateGroup {
  readonly name: string;
  /** What `name` is where it is no value: `untagged`, `unknown`, `not taggable`, `not attributed`. */
  readonly kind: 'value' | 'none' | 'unknown';
  /** Resources that are in it, wholly or with some of their lines. */
  readonly resources: number;
  /** Of them, those with a cost that is wholly or partly unknown. */
  readonly unpriced: number;
  readonly totals: CostTotals;
}

/** The estimate by one dimension, the largest likely figure first. Its groups add up to the total. */
export interface EstimateBreakdown {
  /** `project`, `service`, `region`, `type`, `module`, `profit_center`, `tag:KEY`. */
  readonly by: string;
  readonly groups: readonly EstimateGroup[];
}

export interface EstimatedResource {
  readonly cost: ResourceCost;
  readonly region: string | null;
  /** `aws/ec2`; null for a type without a price. */
  readonly service: string | null;
  /** Tags that are known; sensitive ones are left out. */
  readonly tags: Readonly<Record<string, string>>;
}

/** `tollgate estimate`: what definitions as a whole cost a month. */
export interface EstimateResult {
  readonly side: SideRef;
  /** The folder that was asked for; empty for the whole repository. */
  readonly path: string;
  readonly currency: string;
  readonly priceBook: { readonly id: string; readonly asOf: Readonly<Record<string, string>> };
  readonly today: string;
  readonly totals: SideTotals;
  readonly whatIf: readonly WhatIf[];
  /** The same without what is tried out; null when nothing is. */
  readonly without: SideTotals | null;
  readonly breakdowns: readonly EstimateBreakdown[];
  /** The most expensive first, then by project and address. */
  readonly resources: readonly EstimatedResource[];
  readonly coverage: Coverage;
  readonly inputs: readonly ProjectInput[];
  readonly diagnostics: readonly Diagnostic[];
  /** Left out where all figures are list prices. */
  readonly pricing?: PricingSummary;
}
