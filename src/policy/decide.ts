import type { PolicyConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Finding } from '../model/finding.ts';
import type { Verdict, VerdictState } from '../model/result.ts';
import { isBillingFile } from '../billing/files.ts';
import { CONFIG_FILES } from '../config/load.ts';
import { hardPolicies } from './activation.ts';
import type { Subject } from './activation.ts';

/** What the verdict rests on. */
export interface Evidence {
  readonly findings: readonly Finding[];
  /** Of the head: what could not be read there is missing from the result. */
  readonly diagnostics: readonly Diagnostic[];
  readonly policies: PolicyConfig;
  /** Approvals that are still missing, one sentence each. */
  readonly pending?: readonly string[];
}

/** One reason, with the state that it alone would lead to. */
interface Reason {
  readonly state: Exclude<VerdictState, 'pass'>;
  readonly text: string;
}

/** The worst first. */
const ORDER: readonly Reason['state'][] = ['fail', 'error', 'pending', 'warn'];

/**
 * The verdict: fail where a soft or hard policy denies; error where parts of the head could not be read and a hard policy
 * would have had to judge them; pending where an approval is missing; warn for everything else that was said. A hard
 * policy that could not be evaluated counts as denied: the gate fails closed.
 */
export function decide(evidence: Evidence): Verdict {
  const reasons = [
    ...policyReasons(evidence.findings),
    ...diagnosticReasons(evidence),
    ...notJudgedReasons(evidence),
    ...(evidence.pending ?? []).map((text): Reason => ({ state: 'pending', text })),
  ];
  const sorted = ORDER.flatMap((state) => reasons.filter((reason) => reason.state === state));
  return { state: sorted[0]?.state ?? 'pass', reasons: sorted.map(({ text }) => text) };
}

/** One reason for each policy and outcome, in the order of the findings. */
function policyReasons(findings: readonly Finding[]): readonly Reason[] {
  const groups = new Map<string, { state: Reason['state']; findings: Finding[] }>();
  for (const finding of findings) {
    const state = stateOf(finding);
    const key = JSON.stringify([state, finding.policyId, finding.status]);
    const group = groups.get(key) ?? { state, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ state, findings }) => ({ state, text: summary(findings) }));
}

function stateOf({ status, level }: Finding): Reason['state'] {
  return status === 'fail' || (status === 'error' && level === 'hard') ? 'fail' : 'warn';
}

function summary(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const name = `${first.title} (${first.level})`;
  if (findings.length === 1) return `${name}: ${first.message}`;
  return first.status === 'error'
    ? `${name}: the policy could not be evaluated ${findings.length} times.`
    : `${name}: ${findings.length} findings.`;
}

function diagnosticReasons({ diagnostics, policies }: Evidence): readonly Reason[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  const what =
    errors.length === 1
      ? 'One part of the change has an error'
      : `${errors.length} parts of the change have errors`;
  const hard = hardPolicies(policies, new Set(errors.flatMap(subjects)));
  return hard.length === 0
    ? [{ state: 'warn', text: `${what}: the result is incomplete.` }]
    : [
        {
          state: 'error',
          text: `${what}, so ${hard.join(', ')} (hard) cannot be taken as kept.`,
        },
      ];
}

/** Changed parts that no policy saw, or of which none saw what was before, though nothing is wrong with them. */
const NOT_JUDGED: ReadonlySet<string> = new Set([
  'answers-changed',
  'imported',
  'kept-at-base',
  'new-var-file',
  'no-longer-managed',
  'not-evaluated',
  'plan-stale',
  'tofu-only',
  'tofu-twin',
]);

/** Never a plain pass over what was not looked at. */
function notJudgedReasons({ diagnostics }: Evidence): readonly Reason[] {
  const [first, ...others] = diagnostics.filter(({ code }) => NOT_JUDGED.has(code));
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return [{ state: 'warn', text: `Not judged${more}: ${first.message}` }];
}

/** What an unreadable place holds evidence for. Without a place, and for the configuration: for everything. */
function subjects({ source }: Diagnostic): readonly Subject[] {
  if (source === undefined || CONFIG_FILES.includes(source.file)) return ['definitions', 'billing'];
  return [isBillingFile(source.file) ? 'billing' : 'definitions'];
}
