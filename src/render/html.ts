import type { CheckResult } from '../model/result.ts';
import type { RenderContext } from './context.ts';
import { escapeHtml } from './html/escape.ts';
import { STYLE } from './html/style.ts';
import { HtmlWriter } from './html/write.ts';
import type { Alert, Section } from './report/document.ts';
import { footer } from './report/footer.ts';
import { buildReport } from './report/report.ts';

/** Nothing is loaded and nothing runs: the page is text and its own style. */
const SECURITY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole report as one HTML page that needs nothing else. No row is cut. */
export function renderHtml(result: CheckResult, context: RenderContext): string {
  const report = buildReport(result);
  const write = new HtmlWriter(context.filesUrl);
  const { icon, words, tone } = report.headline;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${SECURITY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(words)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1 class="${tone === 'muted' ? '' : tone}">${icon} ${escapeHtml(words)}</h1>`,
    ...report.lines.map((line) => `<p>${write.cell(line)}</p>`),
    ...(report.units === null ? [] : [write.table(report.units)]),
    ...(report.alert === null ? [] : [alertBox(report.alert, write)]),
    ...report.sections.map((section, index) => sectionBox(section, index === 0, write)),
    `<footer>${write.cell(footer(result, context))}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function alertBox(alert: Alert, write: HtmlWriter): string {
  const reason = alert.reason === null ? '' : `<p>${write.cell(alert.reason)}</p>`;
  const items = alert.items.length === 0 ? '' : write.list(alert.items);
  return `<div class="alert ${alert.kind}">${reason}${items}</div>`;
}

function sectionBox(section: Section, open: boolean, write: HtmlWriter): string {
  const body = section.blocks.map((block) => write.block(block)).join('\n');
  return `<details${open ? ' open' : ''}><summary>${escapeHtml(section.title)}</summary><div>\n${body}\n</div></details>`;
}
