import type { CheckResult } from '../model/result.ts';
import { andMore } from './plural.ts';
import { type Cell, type Report, toned } from './report/document.ts';
import { buildReport } from './report/report.ts';
import { paint } from './terminal/ansi.ts';
import { blockLines, MARGIN, ROWS, sectionLines } from './terminal/blocks.ts';
import { wrap } from './terminal/wrap.ts';
import { pieces } from './terminal/write.ts';

/** How a terminal shows text. */
export interface TerminalStyle {
  readonly color: boolean;
  /** In columns; lines keep within it where words and numbers allow. */
  readonly width: number;
  /** Show the background too: assumptions, differences, cost lines, coverage. */
  readonly details?: boolean;
}

/** The report for a person at a terminal. Foreign text holds no control characters; paint only when asked for. */
export function renderTerminal(result: CheckResult, style: TerminalStyle): string {
  const report = buildReport(result);
  const look = paint(style.color);
  const width = Math.max(40, style.width);
  const text = (cell: Cell, first = '', indent = first): string[] =>
    wrap(pieces(cell, look), width, first, indent);
  const { icon, words, tone } = report.headline;
  return [
    `${icon} ${look.strong(tone === 'muted' ? words : look.tone(words, tone))}`,
    ...report.lines.flatMap((line) => text(line, MARGIN)),
    ...baseLines(result, text),
    ...(report.units === null ? [] : ['', ...blockLines(report.units, width, look)]),
    ...alertLines(report, text),
    ...report.sections
      .filter((section) => style.details === true || section.detail === undefined)
      .flatMap((section) => sectionLines(section, width, look)),
    ...(style.details === true ? [] : ['', ...text(hiddenDetails(report), MARGIN)]),
    '',
  ].join('\n');
}

/** Without a default branch the last commit is the base: what the branch has committed is in no figure then. */
function baseLines({ base, head }: CheckResult, text: (cell: Cell, first: string) => string[]): string[] {
  if (base.ref !== 'HEAD') return [];
  const line = `Compared: HEAD with ${head.ref}, not a default branch. What is committed is in no figure: name a base with --base.`;
  return text(toned(line, 'muted'), MARGIN);
}

/** What `--details` would show. */
function hiddenDetails(report: Report): Cell {
  const titles = report.sections.flatMap((section) => (section.detail === undefined ? [] : [section.title]));
  return toned(`With --details: ${titles.join(' · ')}`, 'muted');
}

/** Findings are not said here: their section comes next, and says them in full. */
function alertLines(
  report: Report,
  text: (cell: Cell, first?: string, indent?: string) => string[],
): string[] {
  if (report.alert === null) return [];
  const { reason } = report.alert;
  const items = report.alert.items.slice(report.alert.told);
  const shown = items.slice(0, ROWS).flatMap((item) => text(item, `${MARGIN}• `, `${MARGIN}  `));
  const more = items.length > ROWS ? [`${MARGIN}${andMore(items.length - ROWS)}`] : [];
  if (reason === null && items.length === 0) return [];
  return ['', ...(reason === null ? [] : text(reason, MARGIN)), ...shown, ...more];
}
