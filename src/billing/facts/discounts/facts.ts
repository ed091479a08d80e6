import type { ProfileChange } from '../../../model/profile.ts';
import type { BillingDocument } from '../../document.ts';
import type { ResolvedProfile } from '../../resolve/resolved-profile.ts';
import type { FactsInput } from '../input.ts';
import { conditionsOf, type DiscountCondition } from './conditions.ts';
import { newGrants } from './grants.ts';
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
  resolved: readonly TouchedProfile[],
  { base, head, now }: Pick<FactsInput, 'base' | 'head' | 'now'>,
  touched: readonly BillingDocument[],
): DiscountFacts {
  const profiles = resolved.map(({ profile }) => profile);
  return {
    discounts: resolved.flatMap(({ profile, change }) => writtenDiscounts(profile, change, now)),
    discountOverlaps: profiles.flatMap(overlapsOf),
    discountStacks: profiles.flatMap(stacksOf),
    discountConditions: [
      ...profiles.flatMap((profile) => conditionsOf(profile, head.bindings)),
      ...newGrants(base, head, touched),
    ],
    overages: profiles.flatMap(overagesOf),
  };
}
