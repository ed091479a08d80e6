import type { Finding } from '../../model/finding.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline, joined } from './document.ts';

/** Subjects that are named; the others are counted. */
const NAMED = 3;

/** Findings that say the same of several subjects: one mistake has many victims when they share what is wrong. */
export interface SameFindings {
  readonly finding: Finding;
  /** In the order of the findings, each once. */
  readonly subjects: readonly string[];
}

/** The findings with those as one that a policy says with the same words of the same place, in the order of the first. */
export function sameFindings(findings: readonly Finding[]): SameFindings[] {
  const groups = new Map<string, { finding: Finding; subjects: Set<string> }>();
  for (const finding of findings) {
    const { policyId, level, status, message, source, actual, expected, fix, subject } = finding;
    const place = source === undefined ? null : [source.file, source.start.line];
    const key = JSON.stringify([policyId, level, status, message, place, actual, expected, fix]);
    const group = groups.get(key) ?? { finding, subjects: new Set() };
    if (subject !== undefined) group.subjects.add(subject);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ finding, subjects }) => ({ finding, subjects: [...subjects] }));
}

/** `aws_vpc.a`, or `17 resources: aws_x.a, aws_x.b, aws_x.c and 14 more`. */
export function subjectsText(subjects: readonly string[]): Inline[] {
  const [only] = subjects;
  if (subjects.length < 2) return only === undefined ? [] : [code(only)];
  const named: Cell[] = subjects.slice(0, NAMED).map(code);
  const rest = subjects.length - named.length;
  const more = rest === 0 ? [] : [` and ${plural(rest, 'more', 'more')}`];
  // Addresses have a dot, ids of units and billing files have none.
  const what = subjects.every((subject) => subject.includes('.')) ? 'resource' : 'subject';
  return [`${plural(subjects.length, what)}: `, ...joined(named, ', '), ...more];
}
