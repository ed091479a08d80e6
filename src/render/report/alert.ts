import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CheckResult, VerdictState } from '../../model/result.ts';
import { blockingFindings, isUnread, otherReasons } from '../facts.ts';
import { plural } from '../plural.ts';
import { type SameFindings, sameFindings, subjectsText } from './same-findings.ts';
import { type Alert, type Cell, place, strong } from './document.ts';

const KINDS: Readonly<Record<VerdictState, Alert['kind']>> = {
  pass: 'plain',
  warn: 'plain',
  pending: 'important',
  fail: 'caution',
  error: 'caution',
};

/** What blocks, the worst first; with nothing that blocks, what was warned of. Null when there is neither. */
export function alert(result: CheckResult): Alert | null {
  const [first, ...others] = otherReasons(result);
  const findings = alertFindings(result).map(findingLine);
  const items = [...findings, ...errorsOf(result).map(diagnosticLine)];
  if (first === undefined && items.length === 0) return null;
  const more = others.length === 0 ? '' : ` (and ${plural(others.length, 'more reason')})`;
  return {
    kind: KINDS[result.verdict.state],
    reason: first === undefined ? null : [strong(first), more],
    items: items.length > 0 ? items : others,
    told: findings.length,
  };
}

function alertFindings(result: CheckResult): SameFindings[] {
  const blocking = blockingFindings(result);
  const isBlocked = blocking.length > 0 || errorsOf(result).length > 0;
  return sameFindings(isBlocked ? blocking : result.findings);
}

function errorsOf({ diagnostics }: CheckResult): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** `main.tf:12 Required tags: aws_instance.app lacks team. Fix: …`. */
function findingLine({ finding, subjects }: SameFindings): Cell {
  return [
    ...(finding.source === undefined ? [] : [place(finding.source), ' ']),
    strong(finding.title === '' ? finding.policyId : finding.title),
    `${finding.status === 'error' ? ' (the policy itself failed)' : ''}: ${finding.message}`,
    ...(subjects.length < 2 ? [] : [' (', ...subjectsText(subjects), ')']),
  ];
}

function diagnosticLine(diagnostic: Diagnostic): Cell {
  return [
    ...(diagnostic.source === undefined ? [] : [place(diagnostic.source), ' ']),
    strong(isUnread(diagnostic) ? 'Could not be read' : 'Is wrong'),
    `: ${diagnostic.message}`,
  ];
}
