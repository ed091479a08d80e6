import type { CheckResult } from '../../model/result.ts';
import { linesOf, type ResourceLine } from '../facts.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import type { Cell, Section } from './document.ts';
import { priceText, quantityText } from './quantity.ts';
import { eachNote, resourceNames, sameInProjects } from './same-resources.ts';

/** How the figures come about: quantity, price and result of each component of a changed resource. */
export function costLinesSection(result: CheckResult): Section | null {
  const lines = linesOf(result);
  const name = resourceNames(result);
  const cells = ({ line }: ResourceLine): Cell[] => [
    line.component,
    line.quantity === null ? 'unknown' : quantityText(line.quantity, line.unit),
    line.price === null ? 'unknown' : priceText(line.price, line.quantity),
    line.monthly === null ? 'unknown' : moneyRange(line.monthly, result.currency),
    line.kind,
    line.evidence,
  ];
  if (lines.length === 0) return null;
  const groups = sameInProjects(lines, cells);
  return {
    title: `Cost lines: ${plural(lines.length, 'component')} of changed resources`,
    blocks: [
      ...eachNote(groups),
      {
        kind: 'table',
        columns: [
          { title: 'Resource' },
          { title: 'Component' },
          { title: 'Quantity a month', align: 'right' },
          { title: 'Price' },
          { title: 'Cost a month', align: 'right' },
          { title: 'Kind' },
          { title: 'Evidence' },
        ],
        rows: groups.map((group) => [name(group), ...cells(group.first)]),
      },
    ],
  };
}
