import type { CheckResult } from '../../model/result.ts';
import { linesOf, type ResourceLine } from '../facts.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Cell, code, paragraph, type Section } from './document.ts';
import { quantityText } from './quantity.ts';
import { eachNote, resourceNames, sameInProjects } from './same-resources.ts';

/** Cost lines of changed resources that rest on default usage, on a default of the cloud or on a price that no list has, with what was assumed and how to say better. */
export function assumptionsSection(result: CheckResult): Section | null {
  const lines = linesOf(result).filter(({ line }) => line.evidence === 'C');
  const name = resourceNames(result);
  const cells = ({ line }: ResourceLine): Cell[] => [
    line.component,
    line.quantity === null ? 'unknown' : quantityText(line.quantity, line.unit),
    line.monthly === null ? 'unknown' : moneyRange(line.monthly, result.currency),
    line.usageKey === undefined ? '–' : code(line.usageKey),
    line.reason ?? '',
  ];
  if (lines.length === 0) return null;
  const groups = sameInProjects(lines, cells);
  return {
    title: `Assumptions: ${plural(lines.length, 'line')} assumed in part`,
    blocks: [
      paragraph(
        'What nobody stated, or no price list holds: see why. To replace default usage, give its key in the usage file.',
      ),
      ...eachNote(groups),
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
        rows: groups.map((group) => [name(group), ...cells(group.first)]),
      },
    ],
  };
}
