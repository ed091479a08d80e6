import type { Decimal } from '../../../lib/decimal.ts';

export interface Bounded {
  /** Included; null in the last tier. */
  readonly upTo: Decimal | null;
}

/** Place of the tier that holds a quantity: the first whose upper bound is not below it, else the last. */
export function tierIndex(tiers: readonly Bounded[], quantity: Decimal): number {
  const index = tiers.findIndex(({ upTo }) => upTo === null || quantity.lte(upTo));
  return index === -1 ? tiers.length - 1 : index;
}
