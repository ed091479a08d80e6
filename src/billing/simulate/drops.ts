import { ZERO, type Decimal } from '../../lib/decimal.ts';
import type { Sku } from '../../model/billing/terms.ts';

/** A bound of a tier after which the total of a larger quantity is smaller. */
export interface VolumeDrop {
  /** Converted quantity, less the free quantity: as the tier has it. */
  readonly bound: Decimal;
  /** Total on the bound, and just above it. */
  readonly before: Decimal;
  readonly after: Decimal;
}

/**
 * Where the total of a volume or stairstep price falls when the quantity rises, by the prices of the tiers alone. Just above
 * a bound is the limit: the next tier's price for the quantity of the bound.
 */
export function volumeDrops({ price }: Sku): VolumeDrop[] {
  if (price.model !== 'volume' && price.model !== 'stairstep') return [];
  const totals = price.tiers.map((tier) => ({
    upTo: tier.upTo,
    at: (quantity: Decimal) => quantity.times('unit' in tier ? tier.unit : ZERO).plus(tier.flat),
  }));
  return totals.flatMap(({ upTo, at }, index): VolumeDrop[] => {
    const next = totals[index + 1];
    if (upTo === null || next === undefined) return [];
    const [before, after] = [at(upTo), next.at(upTo)];
    return after.lt(before) ? [{ bound: upTo, before, after }] : [];
  });
}

/** A bound of a tier after which one more unit costs more than before. */
export interface RisingSlice {
  readonly bound: Decimal;
  /** Price of a unit (for graduated percentages: the rate) below the bound and above it. */
  readonly before: Decimal;
  readonly after: Decimal;
}

/** Where the unit price of a graduated price rises with the quantity. */
export function risingSlices({ price }: Sku): RisingSlice[] {
  if (price.model !== 'graduated' && price.model !== 'graduatedPercentage') return [];
  const slices = price.tiers.map((tier) => ({
    upTo: tier.upTo,
    unit: 'rate' in tier ? tier.rate : tier.unit,
  }));
  return slices.flatMap(({ upTo, unit }, index): RisingSlice[] => {
    const next = slices[index + 1];
    if (upTo === null || next === undefined || next.unit.lte(unit)) return [];
    return [{ bound: upTo, before: unit, after: next.unit }];
  });
}
