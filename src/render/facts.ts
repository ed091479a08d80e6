import type { CostLine, ResourceCost } from '../model/cost.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Finding } from '../model/finding.ts';
import type { ProfileChange } from '../model/profile.ts';
import type { CheckResult, CostedChange } from '../model/result.ts';
import { isNothing } from '../model/range.ts';

/**
 * Reasons of the verdict that no finding tells already. A reason repeats findings when it is the message of one, alone or
 * behind a label and a colon, and when it only counts them.
 */
export function otherReasons(result: CheckResult): string[] {
  const told = new Set(result.findings.map((finding) => finding.message));
  const labels = [...new Set(result.findings.map(({ title, level }) => `${title} (${level}): `))];
  return result.verdict.reasons.filter((reason) => {
    // Titles may have colons themselves.
    const label = labels.find((one) => reason.startsWith(one)) ?? '';
    const message = reason.slice(label.length);
    if (label !== '' && /^\d+ findings\.$/.test(message)) return false;
    return !told.has(message) && !told.has(reason) && !told.has(reason.slice(reason.indexOf(': ') + 2));
  });
}

/** Findings that block: denied, or a policy that failed to decide. */
export function blockingFindings(result: CheckResult): Finding[] {
  return result.findings.filter((finding) => finding.status !== 'warn');
}

/** Profiles of which something differs. */
export function changedProfiles(result: Pick<CheckResult, 'profiles'>): ProfileChange[] {
  return result.profiles.filter((profile) => profile.action !== 'no-op');
}

/** Codes of errors that say: nobody knows what stands there. All others are about what was read and is wrong. */
const UNREAD: ReadonlySet<string> = new Set([
  'base-unreadable',
  'hcl-encoding',
  'hcl-json',
  'hcl-limit',
  'hcl-syntax',
  'too-many-files',
  'unreadable-file',
  'unresolved-module',
  'yaml-encoding',
  'yaml-syntax',
  'yaml-too-large',
]);

/** Whether a diagnostic is about something that was not read, and not about a mistake in what was. */
export function isUnread({ code }: Diagnostic): boolean {
  return UNREAD.has(code);
}

/** Errors: parts of the input that are missing from the result. */
export function unreadParts(result: CheckResult): number {
  return result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
}

/** Calls of modules outside of the repository that the change adds, edits or removes. */
export function changedModules(result: CheckResult): number {
  return result.coverage.changedModules ?? 0;
}

/** True when a part of what the change costs is not known. */
export function hasUnknownDelta(result: CheckResult): boolean {
  return result.unpricedChanges > 0 || changedModules(result) > 0;
}

/** True when the change moves money on any line, as far as is known, or may do so unseen. */
export function movesCost(result: CheckResult): boolean {
  return (
    hasUnknownDelta(result) ||
    !isNothing(result.totals.delta.monthly) ||
    result.changes.some((entry) => entry.delta !== null && !isNothing(entry.delta.monthly))
  );
}

/** True when something must be seen whatever it costs: the verdict is not a plain pass. */
export function needsAttention(result: CheckResult): boolean {
  return result.verdict.state !== 'pass' || result.findings.length > 0;
}

/** True when there is nothing to tell: no cost moves, nothing is violated, no profile or rule changes. */
export function isQuiet(result: CheckResult): boolean {
  return (
    !movesCost(result) &&
    !needsAttention(result) &&
    changedProfiles(result).length === 0 &&
    result.configChanges.length === 0 &&
    unreadParts(result) === 0
  );
}

/** The side of a change that its cost lines are shown for: head, or base for a delete. */
export function shownCost(entry: CostedChange): ResourceCost | null {
  return entry.head ?? entry.base;
}

/** A cost line of a resource. */
export interface ResourceLine {
  readonly project: string;
  readonly address: string;
  readonly line: CostLine;
}

/** Cost lines of changed resources, as they will be, in the order of the changes. */
export function linesOf(result: CheckResult): readonly ResourceLine[] {
  return result.changes.flatMap((entry) => {
    const { project, address } = entry.change;
    return (shownCost(entry)?.lines ?? []).map((line) => ({ project, address, line }));
  });
}
