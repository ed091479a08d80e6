import type { CheckResult } from '../../model/result.ts';
import { linesOf } from '../facts.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Cell, code, paragraph, type Section } from './document.ts';
import { quantityText } from './quantity.ts';

/** Cost lines of changed resources that rest on default usage, with what was assumed and how to say better. */
export function assumptionsSection(result: CheckResult): Section | null {
  const rows: Cell[][] = [];
  for (const { address, line } of linesOf(result)) {
    if (line.evidence !== 'C') continue;
    rows.push([
      code(address),
      line.component,
      line.quantity === null ? 'unknown' : quantityText(line.quantity, line.unit),
      line.monthly === null ? 'unknown' : moneyRange(line.monthly, result.currency),
      line.usageKey === undefined ? '–' : code(line.usageKey),
      line.reason ?? '',
    ]);
  }
  if (rows.length === 0) return null;
  return {
    title: `Assumptions: ${plural(rows.length, 'line')} on default usage`,
    blocks: [
      paragraph('Nobody stated this usage. To replace a default, give its key in the usage file.'),
      {
        kind: 'table',
        columns: [
          { title: 'Resource' },
          { title: 'Component' },
          { title: 'Assumed a month', align: 'right' },
          { title: 'Cost a month', align: 'right' },
          { title: 'Usage key' },
          { title: 'Why' },
        ],
        rows,
      },
    ],
  };
}
