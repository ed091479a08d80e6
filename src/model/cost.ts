import type { Decimal } from '../lib/decimal.ts';
import type { Adjustment } from './pricing.ts';
import type { SourceRange } from './source.ts';

/** Low, likely and high of one figure. Equal when nothing is assumed. */
export interface Range {
  readonly low: Decimal;
  readonly likely: Decimal;
  readonly high: Decimal;
}

/** An increase in percent, of which low is the least and high the greatest. Null: from nothing, so without a percentage. */
export interface Percentages {
  readonly low: Decimal | null;
  readonly likely: Decimal | null;
  readonly high: Decimal | null;
}

/**
 * How sure a cost line is. A: quantity and exactly one SKU known; B: usage from a usage file;
 * C: default usage, printed; D: unpriced or ambiguous, shown as unknown and never as 0.
 */
export type Evidence = 'A' | 'B' | 'C' | 'D';

/** What a price was bought as, in the words of FOCUS's commitment discounts; on demand where none is said. */
export type PriceOption = 'spot' | 'reserved' | 'committed_use' | 'savings_plan';

/**
 * What a figure is when it stands in no price list. `derived`: worked out from other published figures or rounded in print, such as a worked example
 * (good to about half a percent; what is printed in cents, to half a cent) or a surcharge of another region; `estimate`: what a thing cost on average, such as spot capacity.
 */
export type PriceQuality = 'derived' | 'estimate';

/** One SKU's price as the book holds it. */
export interface Price {
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  /** The book's key: the attributes that tell prices apart. */
  readonly key: string;
  readonly sku?: string;
  /** Smallest natural unit: hour, GB-month, request. */
  readonly unit: string;
  readonly currency: string;
  /** Sorted by `from`, the first 0; half-open with lower bounds. */
  readonly tiers: readonly { readonly from: Decimal; readonly price: Decimal }[];
  /** ISO date of the list that it was read from. */
  readonly asOf: string;
  readonly source: string;
  /** Absent for on demand. */
  readonly option?: PriceOption;
  /** Absent for a list price. */
  readonly quality?: PriceQuality;
  /** The buyer's own price, by its id in the configuration, and the list price that it stands in the place of. */
  readonly own?: { readonly id: string; readonly list: Price | null };
}

/** One component of what a resource costs. */
export interface CostLine {
  /** Tells the lines of a resource apart, and stays the same when the price changes: `root_disk.storage`. */
  readonly id?: string;
  /** Human name, such as `Linux, on demand, m5.large`. */
  readonly component: string;
  readonly unit: string;
  /** Per month, in `unit`; null where it is unknown. */
  readonly quantity: Range | null;
  /** The list price; where there is none, the buyer's own. */
  readonly price: Price | null;
  /** The buyer's own price (FOCUS ContractedUnitPrice); left out without one. */
  readonly ownPrice?: Price;
  /** Per month, in the price's currency until the buyer's terms are applied; null where it is unknown. FOCUS EffectiveCost. */
  readonly monthly: Range | null;
  /** As `monthly`, by the list price (FOCUS ListCost); left out where that is the same. */
  readonly list?: Range;
  /** As `monthly`, before commitments (FOCUS ContractedCost); left out where that is the same. */
  readonly contracted?: Range;
  /** Why `monthly` is not `list`, in the order in which they were applied: their effects are the difference. */
  readonly adjustments?: readonly Adjustment[];
  readonly kind: 'fixed' | 'variable';
  readonly evidence: Evidence;
  /** Why the evidence is D, or what was assumed for C. */
  readonly reason?: string;
  /** The usage key that gave, or would give, the quantity. */
  readonly usageKey?: string;
}

/** What one resource costs at one side. */
export interface ResourceCost {
  readonly address: string;
  readonly type: string;
  readonly project: string;
  readonly source: SourceRange;
  /** `free`: the type costs nothing; `unknown-type`: it is in no list. */
  readonly status: 'priced' | 'partly-priced' | 'unpriced' | 'free' | 'unknown-type';
  readonly lines: readonly CostLine[];
  /** Where it stands, or what it is a part of; null where that is not known, left out for a type without a price. */
  readonly region?: string | null;
  /** Digest of what is not known of the resources that it follows; equal on two sides when nothing that can be told of it differs. */
  readonly followed?: string;
  /** Sum of the known lines: see `total`. Null when no line is known. */
  readonly monthly: Range | null;
  readonly fixed: Range | null;
  readonly variable: Range | null;
}

/** Whether a cost is wholly or partly unknown: figures leave that part out. A resource that is not there is not. */
export function isUnpriced(cost: ResourceCost | null): boolean {
  return cost !== null && cost.status !== 'priced' && cost.status !== 'free';
}

/** What tells a line of a resource apart on both sides. */
export function lineKey(line: CostLine): string {
  return line.id ?? line.component;
}

/** The keys of the lines that are unknown; `*` for a cost that is unknown as a whole. */
export function unknownLines(cost: ResourceCost | null): ReadonlySet<string> {
  if (cost === null || !isUnpriced(cost)) return new Set();
  const keys = cost.lines.flatMap((line) => (line.monthly === null ? [lineKey(line)] : []));
  return new Set(keys.length === 0 ? ['*'] : keys);
}
