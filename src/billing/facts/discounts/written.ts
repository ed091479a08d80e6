import { compareInstants } from '../../../lib/calendar.ts';
import type { Discount } from '../../../model/billing/terms.ts';
import type { ProfileChange } from '../../../model/profile.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { subjectOf, type Subject } from '../subject.ts';

/** A discount of a touched profile and how long it holds. */
export interface WrittenDiscount extends Subject {
  readonly discount: string;
  /** Everybody has it: it is enabled and has no conditions. */
  readonly forAll: boolean;
  readonly from: string | null;
  readonly to: string | null;
  /** Milliseconds from the check to its end; null when it has none. */
  readonly endsIn: number | null;
  /** When the version begins, if that is not before its end: nobody ever has it. */
  readonly endsBefore: string | null;
  /** The change writes it: the profile is new, or it differs from the base. */
  readonly written: boolean;
  readonly source: SourceRange;
}

/** The discounts of a profile, in the order of the resolved file. */
export function writtenDiscounts(
  profile: ResolvedProfile,
  change: ProfileChange | undefined,
  now: string,
): readonly WrittenDiscount[] {
  const subject = subjectOf({ kind: 'BillingProfile', id: profile.terms.id });
  const begin = profile.terms.effective.from;
  return profile.terms.discounts.map((discount) => {
    const path = `discounts[${discount.id}]`;
    const { from, to } = discount.window;
    return {
      ...subject,
      discount: discount.id,
      forAll: isForAll(discount),
      from,
      to,
      endsIn: to === null ? null : Date.parse(to) - Date.parse(now),
      endsBefore: to !== null && begin !== null && compareInstants(to, begin) <= 0 ? begin : null,
      written:
        change?.action === 'create' || change?.differences.some((one) => one.path.startsWith(path)) === true,
      source: profile.place(path),
    };
  });
}

function isForAll({ enabled, conditions: { tags, minQuantity, minAmount } }: Discount): boolean {
  return enabled && Object.keys(tags).length === 0 && minQuantity === null && minAmount === null;
}
