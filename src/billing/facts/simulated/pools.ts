import { byCodePoint } from '../../../lib/order.ts';
import type { UsageAggregate } from '../../../model/billing/usage.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { plainFigure, type Figure } from '../figure.ts';

/** A shared cost of the recorded usage, and whether some profile says who bears it. */
export interface SharedPool {
  readonly pool: string;
  /** In the currency of the usage. */
  readonly cost: Figure;
  readonly allocated: { readonly base: boolean; readonly head: boolean };
}

/** The pools of the recorded usage, by name. */
export function sharedPools(
  usage: UsageAggregate | null,
  base: Catalogue,
  head: Catalogue,
): readonly SharedPool[] {
  const [before, after] = [base, head].map(
    ({ profiles }) => new Set(profiles.flatMap(({ terms }) => terms.allocation.map(({ pool }) => pool))),
  );
  return Object.entries(usage?.pools ?? {})
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([pool, cost]) => {
      const allocated = { base: before?.has(pool) === true, head: after?.has(pool) === true };
      return { pool, cost: plainFigure(cost), allocated };
    });
}
