import type { Decimal } from '../../../lib/decimal.ts';
import { shown } from '../../rate/text.ts';
import { billableIn } from '../quantity-of.ts';
import type { WorkLine } from '../work-line.ts';
import { chargeLine } from './charge.ts';
import type { CommitmentRun } from './commitment-run.ts';
import { spendOf } from './covered.ts';

/**
 * The line for usage beyond a commitment. `beyond` of `used` is at the overage price: a price for each unit, or a multiple of
 * what the lines cost on the average. They keep all of their usage; this line holds the difference. Undefined when there is none,
 * null when nobody can tell how many units there are.
 */
export function overageLine(
  { commitment, part }: CommitmentRun,
  lines: readonly WorkLine[],
  beyond: Decimal,
  used: Decimal,
  explain: boolean,
): WorkLine | null | undefined {
  const { id, overage } = commitment;
  const usage = lines.filter((line) => line.kind === 'usage');
  if (overage === null || !beyond.gt('0') || !used.gt('0') || usage.length === 0) return undefined;
  const share = (whole: Decimal) => whole.times(beyond).div(used);
  const units = billableIn(usage);
  if (units === null) return null;
  const quantity = share(units);
  const charged = share(spendOf(usage));
  const due = overage.type === 'rate' ? quantity.times(overage.value) : charged.times(overage.value);
  const how = overage.type === 'rate' ? shown(quantity) : shown(charged);
  return chargeLine({
    id,
    kind: 'overage',
    part,
    amount: due.minus(charged),
    quantity,
    unit: unitOf(usage),
    like: usage,
    text: explain
      ? `${how} beyond x ${shown(overage.value)} - ${shown(charged)} that is charged already`
      : null,
  });
}

/** The unit of what was billed: nobody has named the unit that a conversion leads to. */
function unitOf(usage: readonly WorkLine[]): string | null {
  const isConverted = usage.some(({ use }) => use !== null && use.one.sku.convert !== null);
  return isConverted ? null : (usage[0]?.unit ?? null);
}
