import type { Discount } from '../../../model/billing/terms.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { isCommon, latest } from './common.ts';

/** Two discounts that may hold for one SKU at one instant. */
export interface Overlap extends Subject {
  readonly first: string;
  readonly second: string;
  readonly precedence: { readonly first: number; readonly second: number };
  /** The first instant that both hold at; null: since ever. */
  readonly from: string | null;
  /** Of the second. */
  readonly source: SourceRange;
}

/** The pairs of discounts of a profile that overlap, in the order of the resolved file. */
export function overlapsOf(profile: ResolvedProfile): readonly Overlap[] {
  const { id, discounts } = profile.terms;
  const subject = subjectOf({ kind: 'BillingProfile', id });
  return discounts.flatMap((second: Discount, index) =>
    discounts
      .slice(0, index)
      .filter((first) => isCommon(first, second))
      .map((first) => ({
        ...subject,
        first: first.id,
        second: second.id,
        precedence: { first: first.precedence, second: second.precedence },
        from: latest(first.window.from, second.window.from),
        source: profile.place(`discounts[${second.id}].precedence`),
      })),
  );
}
