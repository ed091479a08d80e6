import type { EstimateResult } from '../../model/estimate.ts';
import { escapeHtml } from '../html/escape.ts';
import { htmlPage, sectionBox } from '../html/page.ts';
import { HtmlWriter } from '../html/write.ts';
import type { JsonMeta } from '../json.ts';
import { estimateReport } from './report.ts';

/** The estimate as one HTML page that needs nothing else. */
export function renderEstimateHtml(result: EstimateResult, meta: JsonMeta): string {
  const { headline, lines, sections } = estimateReport(result);
  const write = new HtmlWriter(undefined);
  return htmlPage(headline, [
    `<h1>${escapeHtml(headline)}</h1>`,
    ...lines.map((line) => `<p>${write.cell(line)}</p>`),
    ...sections.map((section) => sectionBox(section, section.detail === undefined, write)),
    `<footer>As of ${escapeHtml(result.today)} · tollgate ${escapeHtml(meta.toolVersion)}</footer>`,
  ]);
}
