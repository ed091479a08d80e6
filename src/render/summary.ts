import type { CheckResult } from '../model/result.ts';
import type { RenderContext } from './context.ts';
import { markdownReport } from './markdown/report.ts';
import { SUMMARY_BUDGET } from './markdown/truncate.ts';

/** The job summary: the comment's text with room for 1,000,000 bytes. */
export function renderSummary(result: CheckResult, context: RenderContext): string {
  return markdownReport(result, context, SUMMARY_BUDGET);
}
