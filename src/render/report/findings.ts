import type { Finding } from '../../model/finding.ts';
import type { CheckResult } from '../../model/result.ts';
import { blockingFindings, otherReasons } from '../facts.ts';
import { count } from '../../model/money-text.ts';
import { plural } from '../plural.ts';
import { type SameFindings, sameFindings, subjectsText } from './same-findings.ts';
import { type Cell, code, type Inline, link, paragraph, place, type Section, toned } from './document.ts';

const STATUS: Readonly<Record<Finding['status'], Inline>> = {
  fail: toned('denied', 'bad'),
  error: toned('policy failed', 'bad'),
  warn: toned('warning', 'muted'),
};

/** All findings, and what else the verdict says. */
export function findingsSection(result: CheckResult): Section | null {
  if (result.findings.length === 0) return null;
  const reasons = otherReasons(result);
  const groups = sameFindings(result.findings);
  const isBlocking = new Set(blockingFindings(result));
  const blocking = told(groups.filter(({ finding }) => isBlocking.has(finding)));
  const warnings = told(groups) - blocking;
  const blocked = blocking === 0 ? [] : [`${count(blocking)} blocking`];
  const warned = warnings === 0 ? [] : [plural(warnings, 'warning')];
  return {
    title: `Findings: ${[...blocked, ...warned].join(', ')}`,
    blocks: [
      ...(reasons.length > 1 ? [{ kind: 'list', items: reasons } as const] : []),
      { kind: 'list', items: groups.map(findingItem) },
      paragraph('Soft and hard block; advisory is only shown.'),
    ],
  };
}

/** How many findings a reader counts: one for each subject that is named or counted. */
function told(groups: readonly SameFindings[]): number {
  return groups.reduce((sum, { subjects }) => sum + Math.max(1, subjects.length), 0);
}

/**
 * `denied required-tags (hard) aws_s3_bucket.exports infra/data.tf:36: Required tag "owner" is missing. …`, or with the rule of
 * a policy that holds several: `denied BP-116: Each price has tests, and they pass (billing-prices, soft) …`.
 */
function findingItem({ finding, subjects }: SameFindings): Cell {
  const { policyId, rule, title, docsUrl, level, source } = finding;
  const name = rule === undefined ? policyId : title;
  return [
    STATUS[finding.status],
    ' ',
    docsUrl === undefined ? name : link(name, docsUrl),
    rule === undefined ? ` (${level})` : ` (${policyId}, ${level})`,
    ...(subjects.length === 0 ? [] : [' ', ...subjectsText(subjects)]),
    ...(source === undefined ? [] : [' ', place(source)]),
    ': ',
    ...message(finding),
  ];
}

function message(finding: Finding): Inline[] {
  const { message, actual, expected, fix } = finding;
  const isTold = tells(message, actual) && tells(message, expected);
  return [
    message,
    ...(actual === undefined || isTold ? [] : [' Is ', code(actual), '.']),
    ...(expected === undefined || isTold ? [] : [' Expected ', code(expected), '.']),
    ...(fix === undefined ? [] : [` Fix: ${fix}`]),
  ];
}

/** Whether a message has a text in it, as that of a limit has the figure and the limit. */
function tells(message: string, text: string | undefined): boolean {
  const told = text?.replace(/^at most /, '');
  return told !== undefined && (message.startsWith(told) || message.includes(` ${told}`));
}
