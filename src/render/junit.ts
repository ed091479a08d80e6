import type { Diagnostic } from '../model/diagnostic.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckResult } from '../model/result.ts';
import { escapeHtml } from './html/escape.ts';
import { placeText } from './place.ts';
import { headline } from './report/headline.ts';

/** Longest text of a failure, in UTF-16 units. */
const TEXT = 2000;

type Outcome = 'passed' | 'failed' | 'errored';

interface TestCase {
  readonly name: string;
  readonly group: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly outcome: Outcome;
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

/**
 * JUnit XML in the form that CI servers read: one test case for the verdict, one for each finding, one for each
 * part of the input that could not be read. A warning is a passed case with its text as output.
 */
export function renderJunit(result: CheckResult): string {
  const cases = [
    verdictCase(result),
    ...result.findings.map(findingCase),
    ...result.diagnostics.filter((item) => item.severity === 'error').map(diagnosticCase),
  ];
  const counts = `tests="${cases.length}" failures="${tally(cases, 'failed')}" errors="${tally(cases, 'errored')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tollgate" ${counts}>`,
    `  <testsuite name="tollgate check" ${counts} skipped="0">`,
    ...cases.map(write),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function verdictCase(result: CheckResult): TestCase {
  const { state, reasons } = result.verdict;
  const outcome = {
    pass: 'passed',
    warn: 'passed',
    pending: 'failed',
    fail: 'failed',
    error: 'errored',
  } as const;
  return {
    name: 'verdict',
    group: 'tollgate',
    file: undefined,
    line: undefined,
    outcome: outcome[state],
    type: state,
    message: headline(result).words,
    text: reasons.join(' '),
  };
}

function findingCase(finding: Finding): TestCase {
  const outcome = { warn: 'passed', fail: 'failed', error: 'errored' } as const;
  const place = finding.source === undefined ? '' : `${placeText(finding.source)}: `;
  const fix = finding.fix === undefined ? '' : ` Fix: ${finding.fix}`;
  return {
    name: `${finding.title}${finding.subject === undefined ? '' : `: ${finding.subject}`}`,
    group: `tollgate.${finding.policyId}`,
    file: finding.source?.file,
    line: finding.source?.start.line,
    outcome: outcome[finding.status],
    type: `${finding.policyId} (${finding.level})`,
    message: finding.message,
    text: `${place}${finding.message}${fix}`,
  };
}

function diagnosticCase(diagnostic: Diagnostic): TestCase {
  return {
    name: diagnostic.code,
    group: 'tollgate.input',
    file: diagnostic.source?.file,
    line: diagnostic.source?.start.line,
    outcome: 'errored',
    type: diagnostic.code,
    message: diagnostic.message,
    text: `${diagnostic.message} ${diagnostic.hint ?? ''}`,
  };
}

function write(test: TestCase): string {
  const file = test.file === undefined ? '' : ` file="${escapeHtml(test.file, TEXT)}"`;
  const line = test.line === undefined ? '' : ` line="${test.line}"`;
  const open = `    <testcase name="${escapeHtml(test.name)}" classname="${escapeHtml(test.group)}"${file}${line}`;
  const text = escapeHtml(test.text, TEXT);
  if (test.outcome === 'passed') {
    return text === '' ? `${open}/>` : `${open}><system-out>${text}</system-out></testcase>`;
  }
  const element = test.outcome === 'failed' ? 'failure' : 'error';
  const head = `message="${escapeHtml(test.message, TEXT)}" type="${escapeHtml(test.type)}"`;
  return `${open}><${element} ${head}>${text}</${element}></testcase>`;
}

function tally(cases: readonly TestCase[], outcome: Outcome): number {
  return cases.filter((test) => test.outcome === outcome).length;
}
