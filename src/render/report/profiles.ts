import { byCodePoint } from '../../lib/order.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { CheckResult } from '../../model/result.ts';
import { changedProfiles } from '../facts.ts';
import { count } from '../../model/money-text.ts';
import { plural } from '../plural.ts';
import { impactBlocks } from '../billing/impact.ts';
import { code, type Inline, paragraph, place, type Section, strong } from './document.ts';

/** `1.2.0 → 2.0.0`, `new 1.0.0`, `removed 1.0.0`. */
export function versionStep(change: ProfileChange): string {
  const { baseVersion: base, headVersion: head } = change;
  if (change.action === 'create') return `new ${head ?? 'without a version'}`;
  if (change.action === 'delete') return `removed ${base ?? 'without a version'}`;
  return fromTo(base, head, 'no version');
}

/** `needs a major version step`, `needs a new id`, `is refused`. */
export function stepNeeded({ requiredBump }: ProfileChange): string {
  if (requiredBump === 'refused') return 'is refused';
  if (requiredBump === 'none') return 'needs no version step';
  return requiredBump === 'new-id' ? 'needs a new id' : `needs a ${requiredBump} version step`;
}

const ASKED = 'Who is to be asked is named. Whether they agree is not checked.';

/** Roles that must say yes to any of the differences, each once. */
export function approvers(change: ProfileChange): string[] {
  return [...new Set(change.differences.flatMap((difference) => difference.approval))].sort(byCodePoint);
}

/** Billing profiles that change: their versions and dates, then what differs, who must approve it, and what it does to revenue. */
export function profilesSection(result: Pick<CheckResult, 'profiles' | 'simulation'>): Section | null {
  const changed = changedProfiles(result);
  if (changed.length === 0) return null;
  const differences = changed.reduce((sum, change) => sum + change.differences.length, 0);
  return {
    title: `Billing profiles: ${count(changed.length)} changed, ${plural(differences, 'difference')}`,
    blocks: [
      { kind: 'list', items: changed.map(profileLine) },
      ...(changed.some((change) => approvers(change).length > 0) ? [paragraph(ASKED)] : []),
      ...impactBlocks(changed, result.simulation),
    ],
  };
}

function profileLine(change: ProfileChange): Inline[] {
  const step = change.action === 'update' || change.action === 'move' ? fromTo : oneSide;
  const { lifecycle, effectiveFrom } = change;
  return [
    place(change.versionSource),
    ' ',
    code(change.id),
    ` (${change.kind}, ${change.action}) `,
    strong(versionStep(change)),
    `: ${verdict(change)}; lifecycle ${step(lifecycle.base, lifecycle.head, 'none')}`,
    `; effective from ${step(effectiveFrom.base, effectiveFrom.head, 'none')}${past(change)}`,
  ];
}

function verdict(change: ProfileChange): string {
  if (change.requiredBump === 'none' || change.requiredBump === 'refused') return stepNeeded(change);
  return `${stepNeeded(change)}, ${change.bumpSufficient ? 'has it' : `has ${change.actualBump}`}`;
}

function past(change: ProfileChange): string {
  if (change.effectiveInPast === null) return ' (no date could be read)';
  return change.effectiveInPast ? ' (in the past)' : '';
}

function fromTo(base: string | null, head: string | null, none: string): string {
  return base === head ? (head ?? none) : `${base ?? none} → ${head ?? none}`;
}

/** What a new or removed profile has: its other side says nothing. */
function oneSide(base: string | null, head: string | null, none: string): string {
  return head ?? base ?? none;
}
