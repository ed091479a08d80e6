import type { CheckResult } from '../../model/result.ts';
import type { RenderContext } from '../context.ts';
import type { Report, Section } from '../report/document.ts';
import { footer } from '../report/footer.ts';
import { buildReport } from '../report/report.ts';
import { sectionParts } from './blocks.ts';
import { firstScreen, UNITS } from './first-screen.ts';
import { type Budget, fit, lines } from './truncate.ts';
import { markdownWriter } from './write.ts';

/** The report as GitHub Markdown within the budget: the first screen, folded sections, the footer. */
export function markdownReport(result: CheckResult, context: RenderContext, budget: Budget): string {
  const report = buildReport(result);
  const write = markdownWriter(context.filesUrl);
  return fit(
    [
      { open: [], parts: firstScreen(report, write).map((line) => lines(line)), close: [] },
      ...[...allUnits(report), ...report.sections].map((section) => sectionParts(section, write)),
      { open: ['', `<sub>${write(footer(result, context))}</sub>`, ''], parts: [], close: [] },
    ],
    budget,
  );
}

/** All units in a section of their own when the first screen has only some. */
function allUnits(report: Report): Section[] {
  const table = report.units;
  return table === null || table.rows.length <= UNITS
    ? []
    : [{ title: `Cost per unit: ${table.rows.length} units`, blocks: [table] }];
}
