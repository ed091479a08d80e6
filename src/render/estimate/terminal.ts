import type { EstimateResult } from '../../model/estimate.ts';
import { toned } from '../report/document.ts';
import { paint } from '../terminal/ansi.ts';
import { MARGIN, ROWS, sectionLines } from '../terminal/blocks.ts';
import { wrap } from '../terminal/wrap.ts';
import { pieces } from '../terminal/write.ts';
import type { TerminalStyle } from '../terminal.ts';
import { estimateReport } from './report.ts';

/** The estimate for a person at a terminal: with `details`, each resource line by line, and nothing cut. */
export function renderEstimate(result: EstimateResult, style: TerminalStyle): string {
  const { headline, lines, sections } = estimateReport(result);
  const look = paint(style.color);
  const width = Math.max(60, style.width);
  const shown = sections.filter((section) => style.details === true || section.detail === undefined);
  const most = style.details === true ? Infinity : ROWS;
  const hidden = sections.filter((section) => !shown.includes(section)).map(({ title }) => title);
  const more = hidden.length === 0 ? [] : [toned(`With --details: ${hidden.join(' · ')}`, 'muted')];
  return [
    look.strong(headline),
    ...lines.flatMap((line) => wrap(pieces(line, look), width, MARGIN, MARGIN)),
    ...shown.flatMap((section) => sectionLines(section, width, look, most)),
    ...more.flatMap((line) => ['', ...wrap(pieces(line, look), width, MARGIN, MARGIN)]),
    '',
  ].join('\n');
}
