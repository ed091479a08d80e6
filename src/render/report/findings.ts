import type { Finding } from '../../model/finding.ts';
import type { CheckResult } from '../../model/result.ts';
import { blockingFindings, otherReasons } from '../facts.ts';
import { count } from '../money.ts';
import { plural } from '../plural.ts';
import {
  type Cell,
  code,
  type Inline,
  joined,
  link,
  paragraph,
  place,
  type Section,
  toned,
} from './document.ts';

const STATUS: Readonly<Record<Finding['status'], Inline>> = {
  fail: toned('denied', 'bad'),
  error: toned('policy failed', 'bad'),
  warn: toned('warning', 'muted'),
};

/** All findings, and what else the verdict says. */
export function findingsSection(result: CheckResult): Section | null {
  if (result.findings.length === 0) return null;
  const reasons = otherReasons(result);
  const blocking = blockingFindings(result).length;
  const warnings = result.findings.length - blocking;
  const blocked = blocking === 0 ? [] : [`${count(blocking)} blocking`];
  const warned = warnings === 0 ? [] : [plural(warnings, 'warning')];
  return {
    title: `Findings: ${[...blocked, ...warned].join(', ')}`,
    blocks: [
      ...(reasons.length > 1 ? [{ kind: 'list', items: reasons } as const] : []),
      {
        kind: 'table',
        columns: ['Status', 'Policy', 'Level', 'Where', 'Message'].map((title) => ({ title })),
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
    where(finding),
    message(finding),
  ];
}

function where({ subject, source }: Finding): Cell {
  const parts = [
    ...(subject === undefined ? [] : [code(subject)]),
    ...(source === undefined ? [] : [place(source)]),
  ];
  return parts.length === 0 ? '–' : joined(parts, ' ');
}

function message(finding: Finding): Inline[] {
  return [
    finding.message,
    ...(finding.actual === undefined ? [] : [' Is ', code(finding.actual), '.']),
    ...(finding.expected === undefined ? [] : [' Expected ', code(finding.expected), '.']),
    ...(finding.fix === undefined ? [] : [` Fix: ${finding.fix}`]),
  ];
}
