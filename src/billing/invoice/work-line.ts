import type { Decimal } from '../../lib/decimal.ts';
import type { RatedLine } from '../../model/billing/rating.ts';
import type { UsageCell } from '../../model/billing/usage.ts';
import type { SkuPart } from '../rate/rate-sku.ts';
import type { Part } from './part.ts';

/** A SKU in one part of a period, with its usage. */
export interface SoldPart extends SkuPart {
  readonly part: Part;
  readonly cells: readonly UsageCell[];
}

/** A line while it is worked on: what discounts take off goes from `left`. There are millions of lines: lists are shared. */
export interface WorkLine {
  readonly id: string;
  readonly kind: RatedLine['kind'];
  readonly part: Part;
  /** What it is for, among all parts of its SKU, in order. Null for what a commitment charges or gives back. */
  readonly use: { readonly one: SoldPart; readonly sold: readonly SoldPart[] } | null;
  readonly quantity: Decimal;
  readonly unit: string | null;
  billable: Decimal;
  readonly list: Decimal;
  left: Decimal;
  discounts: RatedLine['discounts'];
  readonly taxCategory: string;
  readonly jurisdiction: string | null;
  readonly cost: Decimal | null;
  steps: RatedLine['steps'];
}

export const NO_DISCOUNTS: RatedLine['discounts'] = [];
export const NO_STEPS: RatedLine['steps'] = [];
