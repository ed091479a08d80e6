import type { Finding } from '../../model/finding.ts';
import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline, link, paragraph, place, type Section } from './document.ts';

const STATUS: Readonly<Record<Finding['status'], string>> = {
  fail: '❌ denied',
  error: '❗ policy failed',
  warn: '⚠️ warning',
};

/** All findings and all reasons of the verdict. */
export function findingsSection(result: CheckResult): Section | null {
  if (result.findings.length === 0) return null;
  const reasons = result.verdict.reasons;
  return {
    title: `Findings: ${plural(result.findings.length, 'finding')}`,
    blocks: [
      ...(reasons.length > 1 ? [{ kind: 'list', items: reasons } as const] : []),
      {
        kind: 'table',
        columns: ['Status', 'Policy', 'Level', 'Subject', 'Place', 'Message'].map((title) => ({ title })),
        rows: result.findings.map(findingRow),
      },
      paragraph('Advisory never blocks; soft blocks unless overridden; hard always blocks.'),
    ],
  };
}

function findingRow(finding: Finding): Cell[] {
  return [
    STATUS[finding.status],
    finding.docsUrl === undefined ? finding.policyId : link(finding.policyId, finding.docsUrl),
    finding.level,
    finding.subject === undefined ? '–' : code(finding.subject),
    finding.source === undefined ? '–' : place(finding.source),
    message(finding),
  ];
}

function message(finding: Finding): Inline[] {
  return [
    finding.message,
    ...(finding.actual === undefined ? [] : [' Is ', code(finding.actual), '.']),
    ...(finding.expected === undefined ? [] : [' Expected ', code(finding.expected), '.']),
    ...(finding.fix === undefined ? [] : [` Fix: ${finding.fix}`]),
  ];
}
