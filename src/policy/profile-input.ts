import semver from 'semver';
import type { LedDifference, ProfileChange, ProfileDifference } from '../model/profile.ts';
import type { JsonObject } from './json-text.ts';
import { sourceJson } from './source-json.ts';

/** One element of `input.profiles`. */
export function profileInput(profile: ProfileChange): JsonObject {
  return {
    id: profile.id,
    kind: profile.kind,
    file: profile.file,
    action: profile.action,
    baseVersion: profile.baseVersion,
    headVersion: profile.headVersion,
    lifecycle: { base: profile.lifecycle.base, head: profile.lifecycle.head },
    effectiveFrom: { base: profile.effectiveFrom.base, head: profile.effectiveFrom.head },
    differences: profile.differences.map(differenceInput),
    requiredBump: profile.requiredBump,
    actualBump: profile.actualBump,
    bumpSufficient: profile.bumpSufficient,
    leastVersion: leastVersion(profile),
    effectiveInPast: profile.effectiveInPast,
    versionSource: sourceJson(profile.versionSource),
    effectiveSource: sourceJson(profile.effectiveSource),
  };
}

function differenceInput(difference: ProfileDifference): JsonObject {
  const { path, kind, base, head, changeClass, requiredBump, approval, source } = difference;
  const { earliest = null, leadDays = null, leadsTo } = difference;
  const date = { earliest, leadDays };
  return {
    ...{ path, kind, base, head, changeClass, requiredBump, approval, ...date },
    ...(leadsTo === undefined ? {} : { leadsTo: leadsTo.map(ledInput) }),
    source: sourceJson(source),
  };
}

function ledInput({ path, kind, base, head, changeClass }: LedDifference): JsonObject {
  return { path, kind, base, head, changeClass };
}

/** The lowest version that would be enough (semver.org, items 6 to 8). Null where a higher version is no way out. */
function leastVersion({ baseVersion, requiredBump }: ProfileChange): string | null {
  if (baseVersion === null || semver.valid(baseVersion) === null) return null;
  switch (requiredBump) {
    case 'patch':
    case 'minor':
    case 'major':
      return semver.inc(baseVersion, requiredBump);
    case 'none':
      return baseVersion;
    case 'new-id':
    case 'refused':
      return null;
  }
}
