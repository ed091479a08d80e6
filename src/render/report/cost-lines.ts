import type { CheckResult } from '../../model/result.ts';
import { linesOf } from '../facts.ts';
import { moneyRange } from '../money.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Section } from './document.ts';
import { priceText, quantityText } from './quantity.ts';

/** How the figures come about: quantity, price and result of each component of a changed resource. */
export function costLinesSection(result: CheckResult): Section | null {
  const rows: Cell[][] = [];
  for (const { address, line } of linesOf(result)) {
    rows.push([
      code(address),
      line.component,
      line.quantity === null ? 'unknown' : quantityText(line.quantity, line.unit),
      line.price === null ? 'unknown' : priceText(line.price),
      line.monthly === null ? 'unknown' : moneyRange(line.monthly, result.currency),
      line.kind,
      line.evidence,
    ]);
  }
  if (rows.length === 0) return null;
  return {
    title: `Cost lines: ${plural(rows.length, 'component')} of changed resources`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Resource' },
          { title: 'Component' },
          { title: 'Quantity a month', align: 'right' },
          { title: 'Price', align: 'right' },
          { title: 'Cost a month', align: 'right' },
          { title: 'Kind' },
          { title: 'Evidence' },
        ],
        rows,
      },
    ],
  };
}
