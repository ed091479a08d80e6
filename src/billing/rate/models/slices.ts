import { type Decimal, isPositive, isZero, ZERO } from '../../../lib/decimal.ts';
import { byDays, type Share } from '../share.ts';
import { flatText, shown } from '../text.ts';
import { type Bounded, tierIndex } from './tier-index.ts';
import type { Reached } from './pricer.ts';

export interface Slice extends Bounded {
  /** Price of one unit in the slice. */
  readonly unit: Decimal;
  /** Due once when the slice is entered. */
  readonly flat: Decimal;
}

/** A quantity cut into slices, each at its own price; sums up to each slice are known beforehand. */
export interface Slices {
  /** What a quantity costs. */
  amount(quantity: Decimal, share: Share | null): Decimal;
  /** The slices and flat prices between two quantities; `unitText` writes the price of one unit. */
  text(from: Decimal, before: Reached | null, to: Decimal, at: Reached): string;
}

/**
 * Slice i holds what is above the bound before it, up to its own bound, which is included. Its flat price is due with
 * the first part of a unit in it; that of the first slice at a quantity of 0 too when `zeroUsageFlat` says so.
 */
export function slicesOf(
  slices: readonly Slice[],
  zeroUsageFlat: boolean,
  unitText: (slice: Slice) => string,
): Slices {
  const lower: Decimal[] = [];
  const units: Decimal[] = [];
  const flats: Decimal[] = [];
  let [bound, below, flat] = [ZERO, ZERO, ZERO];
  for (const slice of slices) {
    flat = flat.plus(slice.flat);
    lower.push(bound);
    units.push(below);
    flats.push(flat);
    if (slice.upTo === null) break;
    below = below.plus(slice.upTo.minus(bound).times(slice.unit));
    bound = slice.upTo;
  }
  /** Slices that a quantity enters. */
  const entered = (quantity: Decimal): number =>
    isPositive(quantity) ? tierIndex(slices, quantity) + 1 : zeroUsageFlat ? 1 : 0;

  return {
    amount(quantity, share) {
      const index = entered(quantity) - 1;
      const slice = slices[index];
      if (slice === undefined) return ZERO;
      const part = quantity.minus(lower[index] ?? ZERO).times(slice.unit);
      const whole = index === 0 ? part : part.plus(units[index] ?? ZERO);
      const due = flats[index] ?? ZERO;
      return isZero(due) ? whole : whole.plus(byDays(due, share));
    },
    text(from, before, to, at) {
      const terms: string[] = [];
      for (const [index, slice] of slices.slice(0, entered(to)).entries()) {
        const start = lower[index] ?? ZERO;
        const low = from.gt(start) ? from : start;
        const high = slice.upTo?.lt(to) === true ? slice.upTo : to;
        if (high.gt(low)) terms.push(`${shown(high.minus(low))} x ${unitText(slice)}`);
        const due = flatText(slice.flat, index < entered(from) ? before : null, at);
        if (due !== null && !isZero(slice.flat)) terms.push(`${due} flat`);
      }
      return terms.length === 0 ? '0' : terms.join(' + ');
    },
  };
}
