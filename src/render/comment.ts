import type { CheckResult } from '../model/result.ts';
import type { RenderContext } from './context.ts';
import { markdownReport } from './markdown/report.ts';
import { COMMENT_BUDGET } from './markdown/truncate.ts';

/**
 * The text of the pull request comment, without its marker: at most 59,000 UTF-16 units of GitHub Markdown. What did
 * not fit is counted row by row.
 */
export function renderComment(result: CheckResult, context: RenderContext): string {
  return markdownReport(result, context, COMMENT_BUDGET);
}
