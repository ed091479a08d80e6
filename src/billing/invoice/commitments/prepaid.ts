import { type Decimal, sum, ZERO } from '../../../lib/decimal.ts';
import { shown } from '../../rate/text.ts';
import { least, spread } from '../discounts/spread.ts';
import type { WorkLine } from '../work-line.ts';
import { chargeLine } from './charge.ts';
import type { CommitmentRun } from './commitment-run.ts';
import type { OpenLines } from './covered.ts';

/** Pays lines from a credit: in proportion to what is open of each. One line for each tax that they have. */
export function creditLines(
  run: CommitmentRun,
  lines: readonly WorkLine[],
  open: OpenLines,
  credit: Decimal,
  digits: number,
  explain: boolean,
): WorkLine[] {
  const bases = lines.map((line) => open.open(line));
  const drawn = least(credit, sum(bases));
  if (!drawn.gt(ZERO)) return [];
  const parts = spread(drawn, bases, digits);
  const byTax = new Map<string, { paid: Decimal; lines: WorkLine[] }>();
  lines.forEach((line, index) => {
    const part = parts[index] ?? ZERO;
    open.credit(line, part);
    const tax = `${line.jurisdiction ?? ''} ${line.taxCategory}`;
    const own = byTax.get(tax) ?? { paid: ZERO, lines: [] };
    byTax.set(tax, { paid: own.paid.plus(part), lines: [...own.lines, line] });
  });
  return [...byTax.values()]
    .filter(({ paid }) => paid.gt(ZERO))
    .map(({ paid, lines: like }) =>
      chargeLine({
        id: run.commitment.id,
        kind: 'credit',
        part: run.part,
        amount: ZERO.minus(paid),
        like,
        text: explain ? `${shown(credit)} of ${shown(run.promised)} left before, ${shown(paid)} drawn` : null,
      }),
    );
}
