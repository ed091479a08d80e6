import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Meter, Terms, Window } from '../../../model/billing/terms.ts';
import { isLevel } from '../../rate/level.ts';
import { windowAt } from '../../time/periods.ts';

/** Instants in epoch milliseconds at which what a customer pays may change. */
export interface Cuts {
  /** A version or the binding begins or ends: usage before and after is rated apart. */
  readonly terms: ReadonlySet<number>;
  /** A discount does: it is taken off the usage in its window, as far as that can be told. */
  readonly discounts: ReadonlySet<number>;
}

export function cutsOf(terms: readonly TermsInForce[]): Cuts {
  return {
    terms: instantsOf(terms),
    discounts: instantsOf(terms.flatMap(({ terms: { discounts } }) => discounts.map(({ window }) => window))),
  };
}

/**
 * The instants, rising, at which usage of a meter begins a new cell. A discount changes no quantity: what it divides must add up to
 * what it would be in one. So what is counted in windows (the most, the last, what is unique) is divided only where one of them begins,
 * and not at all when a window is as long as the period: then the discount goes by days.
 */
export function cutsFor(cuts: Cuts, meter: Meter, { cadence, timezone }: Terms): readonly number[] {
  const isSum = meter.aggregate === 'sum' || meter.aggregate === 'none';
  const divides = (at: number) =>
    isSum || (!isLevel(meter, cadence) && windowAt(meter.window, cadence, timezone, at).from === at);
  return [...new Set([...cuts.terms, ...[...cuts.discounts].filter(divides)])].sort((a, b) => a - b);
}

function instantsOf(windows: readonly Window[]): ReadonlySet<number> {
  return new Set(
    windows.flatMap(({ from, to }) => [from, to].flatMap((at) => at ?? [])).map((at) => Date.parse(at)),
  );
}
