import type { CheckResult } from '../model/result.ts';
import type { RenderContext } from './context.ts';
import { escapeHtml } from './html/escape.ts';
import { htmlPage, sectionBox } from './html/page.ts';
import { HtmlWriter } from './html/write.ts';
import type { Alert } from './report/document.ts';
import { footer } from './report/footer.ts';
import { buildReport } from './report/report.ts';

/** The whole report as one HTML page that needs nothing else. No row is cut. */
export function renderHtml(result: CheckResult, context: RenderContext): string {
  const report = buildReport(result);
  const write = new HtmlWriter(context.filesUrl);
  const { icon, words, tone } = report.headline;
  return htmlPage(words, [
    `<h1 class="${tone === 'muted' ? '' : tone}">${icon} ${escapeHtml(words)}</h1>`,
    ...report.lines.map((line) => `<p>${write.cell(line)}</p>`),
    ...(report.units === null ? [] : [write.table(report.units)]),
    ...(report.alert === null ? [] : [alertBox(report.alert, write)]),
    ...report.sections.map((section, index) => sectionBox(section, index === 0, write)),
    `<footer>${write.cell(footer(result, context))}</footer>`,
  ]);
}

function alertBox(alert: Alert, write: HtmlWriter): string {
  const reason = alert.reason === null ? '' : `<p>${write.cell(alert.reason)}</p>`;
  const items = alert.items.length === 0 ? '' : write.list(alert.items);
  return `<div class="alert ${alert.kind}">${reason}${items}</div>`;
}
