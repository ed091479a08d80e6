import { byCodePoint } from '../../../lib/order.ts';
import type { UsageAggregate } from '../../../model/billing/usage.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { Catalogue, ResolvedProfile } from '../../resolve/catalogue.ts';
import { plainFigure, type Figure } from '../figure.ts';
import { placeIn } from '../subject.ts';

/** A shared cost of the recorded usage, and whether some profile says who bears it. */
export interface SharedPool {
  readonly pool: string;
  /** In the currency of the usage. */
  readonly cost: Figure;
  readonly allocated: { readonly base: boolean; readonly head: boolean };
  /** Of the allocation in the profile that has the rule, or had it; null when no file has that profile. */
  readonly source: SourceRange | null;
}

/** The pools of the recorded usage, by name. */
export function sharedPools(
  usage: Pick<UsageAggregate, 'pools'> | null,
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
      return { pool, cost: plainFigure(cost), allocated, source: placeOfRule(pool, base, head) };
    });
}

function placeOfRule(pool: string, base: Catalogue, head: Catalogue): SourceRange | null {
  const hasRule = ({ terms }: ResolvedProfile) => terms.allocation.some((rule) => rule.pool === pool);
  const id = (head.profiles.find(hasRule) ?? base.profiles.find(hasRule))?.terms.id;
  const document = head.profiles.find(({ terms }) => terms.id === id)?.document;
  return document === undefined || document === null ? null : placeIn(document, 'allocation');
}
