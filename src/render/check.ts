import type { Annotation } from '../model/annotation.ts';
import type { CheckResult, VerdictState } from '../model/result.ts';
import { checkAnnotations } from './annotations.ts';
import { renderComment } from './comment.ts';
import type { RenderContext } from './context.ts';
import { plain } from './plain.ts';
import { headline } from './report/headline.ts';

type CheckConclusion = 'success' | 'failure' | 'neutral' | 'action_required';

/** What a check run shows. */
export interface CheckOutput {
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Markdown: the comment's text, which fits the 65,535 characters of a check run. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** `neutral` lets a required check pass and `action_required` does not: see GitHub's page on required checks. */
const CONCLUSIONS: Readonly<Record<VerdictState, CheckConclusion>> = {
  pass: 'success',
  warn: 'neutral',
  pending: 'action_required',
  fail: 'failure',
  error: 'failure',
};

/** The check run of a result. */
export function checkOutput(result: CheckResult, context: RenderContext): CheckOutput {
  return {
    conclusion: CONCLUSIONS[result.verdict.state],
    title: plain(headline(result).words.replace(/^Tollgate: /, ''), 255),
    summary: renderComment(result, context),
    annotations: checkAnnotations(result),
  };
}
