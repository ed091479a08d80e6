import type { Annotation } from '../model/annotation.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckResult } from '../model/result.ts';
import type { SourceRange } from '../model/source.ts';
import { plain } from './plain.ts';

/** GitHub takes 255 characters as a title, and 64 KB as a message: 4,000 keep the page readable. */
const TITLE = 255;
const MESSAGE = 4000;

/** One remark for each finding and each diagnostic that has a place, in the order of the result. */
export function checkAnnotations(result: CheckResult): Annotation[] {
  return [
    ...result.findings.flatMap((finding) =>
      finding.source === undefined ? [] : [findingAnnotation(finding, finding.source)],
    ),
    ...result.diagnostics.flatMap((diagnostic) =>
      diagnostic.source === undefined ? [] : [diagnosticAnnotation(diagnostic, diagnostic.source)],
    ),
  ];
}

function findingAnnotation(finding: Finding, source: SourceRange): Annotation {
  const parts = [
    finding.message,
    finding.actual === undefined ? '' : `Is: ${finding.actual}`,
    finding.expected === undefined ? '' : `Expected: ${finding.expected}`,
    finding.fix === undefined ? '' : `Fix: ${finding.fix}`,
    finding.docsUrl ?? '',
  ];
  return {
    ...placed(source),
    level: finding.status === 'warn' ? 'warning' : 'failure',
    title: plain(`${finding.title} (${finding.policyId}, ${finding.level})`, TITLE),
    message: lines(parts),
  };
}

function diagnosticAnnotation(diagnostic: Diagnostic, source: SourceRange): Annotation {
  return {
    ...placed(source),
    level: diagnostic.severity === 'error' ? 'failure' : 'warning',
    title: plain(diagnostic.code, TITLE),
    message: lines([diagnostic.message, diagnostic.hint ?? '']),
  };
}

function placed(source: SourceRange): Pick<Annotation, 'path' | 'startLine' | 'endLine'> {
  const { file, start, end } = source;
  const columns =
    start.line === end.line && end.column >= start.column
      ? { startColumn: start.column, endColumn: end.column }
      : {};
  return { path: file, startLine: start.line, endLine: Math.max(start.line, end.line), ...columns };
}

function lines(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => plain(part, MESSAGE))
    .join('\n');
}
