import { byCodePoint } from '../../lib/order.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { CheckResult } from '../../model/result.ts';
import { changedProfiles } from '../facts.ts';
import { count } from '../../model/money-text.ts';
import { plural } from '../plural.ts';
import { correctionBlocks } from '../billing/corrections.ts';
import { impactBlocks } from '../billing/impact.ts';
import { code, type Inline, paragraph, place, type Section, strong } from './document.ts';

/** Kinds of files that have no version of their own. */
const UNVERSIONED: ReadonlySet<string> = new Set(['BindingSet', 'Correction']);
/** Kinds that cannot be without a lifecycle and a date; others have them where it is written, or not at all. */
const DATED: ReadonlySet<string> = new Set(['BillingProfile', 'RateCard']);
const ACTIONS: Readonly<Record<ProfileChange['action'], string>> = {
  create: 'new',
  delete: 'removed',
  update: 'changed',
  move: 'moved',
  'no-op': 'unchanged',
};

/** `1.2.0 → 2.0.0`, `new 1.0.0`, `removed 1.0.0`; `new`, `changed` where such a file has no version. */
export function versionStep(change: ProfileChange): string {
  const { baseVersion: base, headVersion: head } = change;
  if (UNVERSIONED.has(change.kind)) return ACTIONS[change.action];
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
export function profilesSection(
  result: Pick<CheckResult, 'profiles' | 'simulation' | 'corrections'>,
): Section | null {
  const changed = changedProfiles(result);
  if (changed.length === 0) return null;
  const differences = changed.reduce((sum, change) => sum + change.differences.length, 0);
  return {
    title: `Billing profiles: ${count(changed.length)} changed, ${plural(differences, 'difference')}`,
    blocks: [
      { kind: 'list', items: changed.map(profileLine) },
      ...(changed.some((change) => approvers(change).length > 0) ? [paragraph(ASKED)] : []),
      ...impactBlocks(changed, result.simulation),
      ...correctionBlocks(result.corrections),
    ],
  };
}

function profileLine(change: ProfileChange): Inline[] {
  const facts = [...verdict(change), ...lifecycle(change), ...effective(change)].join('; ');
  return [
    place(change.versionSource),
    ' ',
    code(change.id),
    ` (${change.kind}, ${change.action}) `,
    strong(versionStep(change)),
    facts === '' ? '' : `: ${facts}`,
  ];
}

function verdict(change: ProfileChange): string[] {
  const { kind, requiredBump } = change;
  if (requiredBump === 'none' && UNVERSIONED.has(kind)) return [];
  if (requiredBump === 'none' || requiredBump === 'refused') return [stepNeeded(change)];
  return [`${stepNeeded(change)}, ${change.bumpSufficient ? 'has it' : `has ${change.actualBump}`}`];
}

function lifecycle(change: ProfileChange): string[] {
  const step = sidesText(change, change.lifecycle);
  return step === null ? [] : [`lifecycle ${step}`];
}

function effective(change: ProfileChange): string[] {
  const step = sidesText(change, change.effectiveFrom);
  return step === null ? [] : [`effective from ${step}${past(change)}`];
}

function past({ action, effectiveInPast }: ProfileChange): string {
  if (action === 'delete') return '';
  if (effectiveInPast === null) return ' (no date could be read)';
  return effectiveInPast ? ' (in the past)' : '';
}

/** Null for what neither side has, of a kind that need not have it. */
function sidesText(
  { kind, action }: ProfileChange,
  { base, head }: ProfileChange['lifecycle'],
): string | null {
  if (base === null && head === null && !DATED.has(kind)) return null;
  const step = action === 'update' || action === 'move' ? fromTo : oneSide;
  return step(base, head, 'none');
}

function fromTo(base: string | null, head: string | null, none: string): string {
  return base === head ? (head ?? none) : `${base ?? none} → ${head ?? none}`;
}

/** What a new or removed profile has: its other side says nothing. */
function oneSide(base: string | null, head: string | null, none: string): string {
  return head ?? base ?? none;
}
