import { andMore } from '../plural.ts';
import type { Alert, Report, Table } from '../report/document.ts';
import { tablePart } from './blocks.ts';
import type { MarkdownWriter } from './write.ts';

/** Lines that are seen before anything is opened; blank ones do not count. */
const LINES = 15;

/** Units that are shown before the others are counted. */
export const UNITS = 3;

/** Verdict, delta, units and what blocks: short enough that the talk below the comment stays in sight. */
export function firstScreen(report: Report, write: MarkdownWriter): string[] {
  const { icon, words } = report.headline;
  const top = [`### ${icon} ${write(words)}`, ...report.lines.flatMap((line) => ['', write(line)])];
  const units = report.units === null ? [] : unitLines(report.units, write);
  const used = [...top, ...units].filter((line) => line !== '').length;
  const alert = report.alert === null ? [] : alertLines(report.alert, LINES - used, write);
  return [...top, ...units, ...alert];
}

function unitLines(table: Table, write: MarkdownWriter): string[] {
  const part = tablePart({ ...table, rows: table.rows.slice(0, UNITS) }, write);
  const left = table.rows.length - UNITS;
  return [...part.head, ...part.rows, ...(left > 0 ? [part.more(left)] : [])];
}

/** The alert within `room` lines. Only what blocks gets GitHub's alert box, and there is never more than one. */
function alertLines(alert: Alert, room: number, write: MarkdownWriter): string[] {
  const boxed = alert.kind !== 'plain';
  const reason = alert.reason === null ? [] : [write(alert.reason)];
  const space = Math.max(1, room - reason.length - (boxed ? 1 : 0));
  const all = alert.items.map((item) => `- ${write(item)}`);
  const shown = all.length <= space ? all : all.slice(0, Math.max(1, space - 1));
  const more = all.length > shown.length ? [`- ${andMore(all.length - shown.length)}`] : [];
  const body = [...reason, ...(reason.length > 0 && all.length > 0 ? [''] : []), ...shown, ...more];
  return boxed
    ? ['', `> [!${alert.kind.toUpperCase()}]`, ...body.map((line) => `> ${line}`.trimEnd())]
    : ['', ...body];
}
