import type { Decimal } from '../../lib/decimal.ts';
import type { RatedLine, RatingStep } from '../../model/billing/rating.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { Part } from './part.ts';

/** A line while it is worked on: what discounts take off goes from `left`. */
export interface WorkLine {
  readonly id: string;
  readonly kind: RatedLine['kind'];
  readonly part: Part;
  /** The SKU of a usage line. */
  readonly sku: Sku | null;
  /** Usage of the line. */
  readonly cells: readonly UsageCell[];
  readonly quantity: Decimal;
  readonly unit: string | null;
  readonly billable: Decimal;
  readonly list: Decimal;
  left: Decimal;
  readonly discounts: { readonly id: string; readonly amount: Decimal }[];
  readonly taxCategory: string;
  readonly jurisdiction: string | null;
  readonly cost: Decimal | null;
  readonly steps: RatingStep[];
}
