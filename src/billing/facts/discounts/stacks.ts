import { sum } from '../../../lib/decimal.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { plainFigure, type Figure } from '../figure.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { holdsAt } from './common.ts';

/** The most that percent discounts take off a SKU together, if one customer has all of them. */
export interface DiscountStack extends Subject {
  readonly sku: string;
  /** Sum of the percentages. */
  readonly percent: Figure;
  /** By precedence. */
  readonly discounts: readonly string[];
  /** The instant at which they first hold together; null: since ever. */
  readonly from: string | null;
  /** Of the last of them. */
  readonly source: SourceRange;
}

/** For each SKU with stacked percent discounts the instant at which they are most; in the order of SKUs. */
export function stacksOf(profile: ResolvedProfile): readonly DiscountStack[] {
  const stacked = profile.terms.discounts
    .filter(({ type, stacking }) => type === 'percent' && stacking === 'stack')
    .toSorted((a, b) => a.precedence - b.precedence);
  // SKUs with the same discounts are many, and looked at once.
  const known = new Map<string, ReturnType<typeof mostOf>>();
  return profile.terms.skus.flatMap(({ id: sku }) => {
    const own = stacked.filter(({ skus }) => skus === null || skus.includes(sku));
    const key = own.map(({ id }) => id).join(' ');
    if (!known.has(key)) known.set(key, mostOf(own));
    const most = known.get(key);
    const last = most?.discounts.at(-1);
    if (most === undefined || last === undefined) return [];
    return [
      {
        ...subjectOf({ kind: 'BillingProfile', id: profile.terms.id }),
        sku,
        percent: plainFigure(most.percent),
        discounts: most.discounts.map(({ id }) => id),
        from: most.from,
        source: profile.place(`discounts[${last.id}].value`),
      },
    ];
  });
}

/** Sums only rise where one begins. */
function mostOf(discounts: readonly Discount[]) {
  const sums = discounts.map(({ window: { from } }) => {
    const held = discounts.filter(({ window }) => holdsAt(window, from));
    return { from, discounts: held, percent: sum(held.map(({ value }) => value)) };
  });
  return sums.reduce<(typeof sums)[number] | undefined>(
    (most, one) => (most === undefined || one.percent.gt(most.percent) ? one : most),
    undefined,
  );
}
