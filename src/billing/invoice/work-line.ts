import type { Decimal } from '../../lib/decimal.ts';
import type { RatedLine, RatingStep } from '../../model/billing/rating.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { SkuPart } from '../rate/rate-sku.ts';
import type { Part } from './part.ts';

/** What a usage line is for, and how it was rated: as one of the parts of its SKU in the period. */
export interface RatedUse {
  readonly sku: Sku;
  readonly cells: readonly UsageCell[];
  readonly priced: readonly SkuPart[];
  readonly index: number;
}

/** A line while it is worked on: what discounts take off goes from `left`. */
export interface WorkLine {
  readonly id: string;
  readonly kind: RatedLine['kind'];
  readonly part: Part;
  /** Null for what a commitment charges or gives back. */
  readonly usage: RatedUse | null;
  readonly quantity: Decimal;
  readonly unit: string | null;
  billable: Decimal;
  readonly list: Decimal;
  left: Decimal;
  readonly discounts: { readonly id: string; readonly amount: Decimal }[];
  readonly taxCategory: string;
  readonly jurisdiction: string | null;
  readonly cost: Decimal | null;
  readonly steps: RatingStep[];
}
