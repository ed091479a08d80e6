import { byCodePoint } from '../lib/order.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckResult } from '../model/result.ts';
import type { SourceRange } from '../model/source.ts';
import type { RenderContext } from './context.ts';
import { safeJson } from './json/safe.ts';
import { encodePath } from './place.ts';
import { plain } from './plain.ts';
import { safeUrl } from './url.ts';

/** GitHub shows the first 5,000 results of a run, and refuses a run with more than 25,000. */
const RESULTS = 5000;

/** Longest message, in UTF-16 units. */
const MESSAGE = 4000;

/**
 * SARIF 2.1.0 (OASIS, 27 March 2020). A rule is a policy, or one of the rules that it holds. GitHub refuses results without a place, so findings that
 * have none, unread input and what was cut stand among the notifications of the run.
 */
export function renderSarif(result: CheckResult, context: RenderContext): string {
  const placed = result.findings.filter((finding) => hasPlace(finding));
  const shown = placed.slice(0, RESULTS);
  const rules = rulesOf(result.findings);
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tollgate', version: context.toolVersion, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: result.verdict.state !== 'error',
            toolExecutionNotifications: notifications(result, placed.length - shown.length),
          },
        ],
        results: shown.map((finding) => sarifResult(finding, index.get(ruleId(finding)) ?? 0)),
      },
    ],
  };
  return safeJson(log);
}

function hasPlace(finding: Finding): finding is Finding & { readonly source: SourceRange } {
  return finding.source !== undefined && encodePath(finding.source.file) !== null;
}

function rulesOf(findings: readonly Finding[]): { id: string }[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(ruleId(finding))) first.set(ruleId(finding), finding);
  return [...first.values()]
    .sort((a, b) => byCodePoint(ruleId(a), ruleId(b)))
    .map((finding) => {
      const help = finding.docsUrl === undefined ? null : safeUrl(finding.docsUrl);
      return {
        id: ruleId(finding),
        shortDescription: { text: text(finding.title === '' ? finding.policyId : finding.title) },
        ...(help === null ? {} : { helpUri: help }),
        defaultConfiguration: { level: finding.level === 'advisory' ? 'note' : 'error' },
        properties: { level: finding.level },
      };
    });
}

function ruleId({ rule, policyId }: Finding): string {
  return rule ?? policyId;
}

function sarifResult(finding: Finding & { readonly source: SourceRange }, ruleIndex: number): object {
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    level: finding.status === 'warn' ? 'warning' : 'error',
    message: {
      text: text(finding.fix === undefined ? finding.message : `${finding.message} ${finding.fix}`),
    },
    locations: [location(finding.source, finding.subject)],
    partialFingerprints: { 'tollgate/v1': finding.fingerprint },
  };
}

function location(source: SourceRange, subject?: string): object {
  const { start, end } = source;
  return {
    physicalLocation: {
      artifactLocation: { uri: encodePath(source.file) ?? '', uriBaseId: '%SRCROOT%' },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
    ...(subject === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: plain(subject, MESSAGE) }] }),
  };
}

function notifications(result: CheckResult, cut: number): object[] {
  const note = (level: string, id: string, message: string, source?: SourceRange): object => ({
    level,
    descriptor: { id },
    message: { text: text(message) },
    ...(source === undefined || encodePath(source.file) === null ? {} : { locations: [location(source)] }),
  });
  return [
    ...(cut === 0 ? [] : [note('warning', 'results-cut', `${cut} more results were left out.`)]),
    ...result.findings
      .filter((finding) => !hasPlace(finding))
      .map((finding) =>
        note(finding.status === 'warn' ? 'warning' : 'error', ruleId(finding), finding.message),
      ),
    ...result.diagnostics.map((item: Diagnostic) =>
      note(item.severity, item.code, item.message, item.source),
    ),
  ];
}

/** A message: never empty, and without the `[text](target)` form, which viewers turn into a link (3.11.6). */
function text(message: string): string {
  const clean = plain(message, MESSAGE).replaceAll('](', '] (');
  return clean === '' ? '(no message)' : clean;
}
