import type { ProfileChange } from '../../../model/profile.ts';
import type { BoundCustomer } from '../../resolve/catalogue.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import { conditionsOf, type DiscountCondition } from './conditions.ts';
import { overagesOf, type Overage } from './overages.ts';
import { overlapsOf, type Overlap } from './overlaps.ts';
import { stacksOf, type DiscountStack } from './stacks.ts';
import { writtenDiscounts, type WrittenDiscount } from './written.ts';

/** What is known of discounts and commitments in touched profiles. */
export interface DiscountFacts {
  readonly discounts: readonly WrittenDiscount[];
  readonly discountOverlaps: readonly Overlap[];
  readonly discountStacks: readonly DiscountStack[];
  readonly discountConditions: readonly DiscountCondition[];
  readonly overages: readonly Overage[];
}

interface TouchedProfile {
  readonly profile: ResolvedProfile;
  readonly change: ProfileChange | undefined;
}

/** The facts of all touched profiles, profile by profile. */
export function discountFacts(
  touched: readonly TouchedProfile[],
  bindings: readonly BoundCustomer[],
  now: string,
): DiscountFacts {
  const profiles = touched.map(({ profile }) => profile);
  return {
    discounts: touched.flatMap(({ profile, change }) => writtenDiscounts(profile, change, now)),
    discountOverlaps: profiles.flatMap(overlapsOf),
    discountStacks: profiles.flatMap(stacksOf),
    discountConditions: profiles.flatMap((profile) => conditionsOf(profile, bindings)),
    overages: profiles.flatMap(overagesOf),
  };
}
