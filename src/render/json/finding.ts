import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Finding } from '../../model/finding.ts';
import { sortedJson } from './sorted.ts';
import { sourceJson } from './source.ts';

/** One thing that a policy said. */
export function findingJson(finding: Finding): object {
  return {
    policyId: finding.policyId,
    rule: finding.rule ?? null,
    title: finding.title,
    level: finding.level,
    status: finding.status,
    message: finding.message,
    subject: finding.subject ?? null,
    source: sourceJson(finding.source),
    actual: finding.actual ?? null,
    expected: finding.expected ?? null,
    fix: finding.fix ?? null,
    docsUrl: finding.docsUrl ?? null,
    details: sortedJson(finding.details ?? null),
    fingerprint: finding.fingerprint,
  };
}

/** Something that could not be read, or was read with doubt. */
export function diagnosticJson(diagnostic: Diagnostic): object {
  return {
    severity: diagnostic.severity,
    code: diagnostic.code,
    message: diagnostic.message,
    hint: diagnostic.hint ?? null,
    source: sourceJson(diagnostic.source),
  };
}
