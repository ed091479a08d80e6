import type { LedDifference, ProfileChange } from '../../model/profile.ts';
import { sourceJson } from './source.ts';

/** A billing profile on both sides and what differs. */
export function profileJson(change: ProfileChange): object {
  const { lifecycle, effectiveFrom } = change;
  return {
    id: change.id,
    kind: change.kind,
    file: change.file,
    action: change.action,
    baseVersion: change.baseVersion,
    headVersion: change.headVersion,
    lifecycle: { base: lifecycle.base, head: lifecycle.head },
    effectiveFrom: { base: effectiveFrom.base, head: effectiveFrom.head },
    effectiveInPast: change.effectiveInPast,
    requiredBump: change.requiredBump,
    actualBump: change.actualBump,
    bumpSufficient: change.bumpSufficient,
    versionSource: sourceJson(change.versionSource),
    effectiveSource: sourceJson(change.effectiveSource),
    differences: change.differences.map((difference) => ({
      path: difference.path,
      kind: difference.kind,
      base: difference.base,
      head: difference.head,
      changeClass: difference.changeClass,
      requiredBump: difference.requiredBump,
      approval: [...difference.approval],
      ...(difference.leadsTo === undefined ? {} : { leadsTo: difference.leadsTo.map(ledJson) }),
      source: sourceJson(difference.source),
    })),
  };
}

function ledJson({ path, kind, base, head, changeClass }: LedDifference): object {
  return { path, kind, base, head, changeClass };
}
