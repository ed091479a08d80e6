import type { CheckResult } from '../model/result.ts';
import { VERSION } from '../model/version.ts';
import { renderComment } from '../render/comment.ts';
import { renderHtml } from '../render/html.ts';
import { renderJson } from '../render/json.ts';
import { renderJunit } from '../render/junit.ts';
import { renderSarif } from '../render/sarif.ts';
import { renderTerminal, type TerminalStyle } from '../render/terminal.ts';

export const FORMATS = ['terminal', 'markdown', 'json', 'sarif', 'junit', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** The report in a format, ending in a newline. The same result gives the same bytes. */
export function renderReport(result: CheckResult, format: Format, look: TerminalStyle): string {
  const context = { headSha: result.head.commit ?? result.head.ref, toolVersion: VERSION };
  const text = {
    terminal: () => renderTerminal(result, look),
    markdown: () => renderComment(result, context),
    json: () => renderJson(result, context),
    sarif: () => renderSarif(result, context),
    junit: () => renderJunit(result),
    html: () => renderHtml(result, context),
  }[format]();
  return text.endsWith('\n') ? text : `${text}\n`;
}
