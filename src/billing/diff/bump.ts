import semver from 'semver';

import type { Bump, ProfileChange, ProfileDifference } from '../../model/profile.ts';

/** From the weakest to the strongest. */
const BUMPS: readonly Bump[] = ['none', 'patch', 'minor', 'major', 'new-id', 'refused'];

/** The strongest of the bumps; `none` of none. */
export function strongest(bumps: Iterable<Bump>): Bump {
  let most: Bump = 'none';
  for (const bump of bumps) if (BUMPS.indexOf(bump) > BUMPS.indexOf(most)) most = bump;
  return most;
}

/**
 * The step between two semantic versions (semver.org, section 11). A pre-release counts by the version
 * that it leads to; from one to the next, or to its release, is a patch.
 */
export function actualBump(base: string | null, head: string | null): ProfileChange['actualBump'] {
  if (base === head || base === null || head === null) return 'none';
  if (semver.lt(head, base)) return 'backward';
  if (semver.major(base) !== semver.major(head)) return 'major';
  if (semver.minor(base) !== semver.minor(head)) return 'minor';
  return 'patch';
}

/** Whether a step is as much as is needed. Nothing is enough for a new id or for what is refused. */
function isSufficient(required: Bump, actual: ProfileChange['actualBump']): boolean {
  if (actual === 'backward' || required === 'new-id' || required === 'refused') return false;
  if (actual === 'new' || actual === 'removed') return true;
  return BUMPS.indexOf(actual) >= BUMPS.indexOf(required);
}

/** The differences of a change with the step that they need, and whether the one that was made is enough. */
export function judged(
  differences: readonly ProfileDifference[],
  actual: ProfileChange['actualBump'],
): Pick<ProfileChange, 'differences' | 'requiredBump' | 'bumpSufficient'> {
  const requiredBump = strongest(differences.map((difference) => difference.requiredBump));
  return { differences, requiredBump, bumpSufficient: isSufficient(requiredBump, actual) };
}
