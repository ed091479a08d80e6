import type { ProfileImpact } from '../../model/billing/simulation.ts';
import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';

/** The part of a simulation that says what a change does to the revenue of each profile. */
export interface Deltas {
  /** False: there is no usage. */
  readonly replayed: boolean;
  readonly profiles: readonly Delta[];
}

type Delta = Pick<ProfileImpact, 'id' | 'revenue' | 'byDifference'>;

/** Classes that the owner may decide alone, as long as nobody pays otherwise. */
const ADDED = new Set(['new-sku', 'discount', 'promotion']);

/**
 * The changes with finance asked for what is added (an SKU, a discount that must be granted, time to a promotion) unless recorded usage
 * shows that it moves no money: where its delta is not 0, or is not known.
 */
export function withFinance(
  changes: readonly ProfileChange[],
  { replayed, profiles }: Deltas,
): readonly ProfileChange[] {
  const impacts = new Map(profiles.map((impact) => [impact.id, impact]));
  return changes.map((change) => {
    if (change.kind !== 'BillingProfile') return change;
    const impact = replayed ? impacts.get(change.id) : undefined;
    const differences = change.differences.map((difference) =>
      isAdded(difference) && movesMoney(difference, impact) ? asked(difference) : difference,
    );
    return { ...change, differences };
  });
}

function isAdded({ changeClass, requiredBump, approval }: ProfileDifference): boolean {
  return ADDED.has(changeClass) && requiredBump !== 'refused' && !approval.includes('finance');
}

/** Whether a delta is there or may be: that of the difference, or of all of the profile where it cannot be told apart. */
function movesMoney({ path }: ProfileDifference, impact: Delta | undefined): boolean {
  const part = path.replace(/\.to$/, '');
  const delta = impact?.byDifference[path] ?? impact?.byDifference[part] ?? impact?.revenue.delta ?? null;
  return delta === null || !delta.eq('0');
}

function asked(difference: ProfileDifference): ProfileDifference {
  return { ...difference, approval: ['finance', ...difference.approval] };
}
