import { type Decimal, isZero, ZERO } from '../../../lib/decimal.ts';
import { shown } from '../../rate/text.ts';
import { billableIn } from '../quantity-of.ts';
import type { WorkLine } from '../work-line.ts';
import { chargeLine } from './charge.ts';
import type { CommitmentRun } from './commitment-run.ts';
import { spendOf } from './covered.ts';
import { uncounted, unlikeUnits } from './unknowns.ts';

/**
 * The line for usage beyond a commitment. `beyond` of `used` is at the overage price: a price for each unit, or a multiple of
 * what the lines cost on the average. They keep all of their usage; this line holds the difference. Undefined when there is none;
 * one sentence when nobody can tell how many units there are.
 */
export function overageLine(
  { commitment, part }: CommitmentRun,
  lines: readonly WorkLine[],
  beyond: Decimal,
  used: Decimal,
  explain: boolean,
): WorkLine | string | undefined {
  const { id, overage } = commitment;
  const usage = lines.filter((line) => line.kind === 'usage');
  if (overage === null || !beyond.gt('0') || !used.gt('0') || usage.length === 0) return undefined;
  const share = (whole: Decimal) => whole.times(beyond).div(used);
  const units = billableIn(usage);
  if (units === null) return uncounted(commitment);
  const isOneUnit = isOfOneUnit(usage);
  if (overage.type === 'rate' && !isOneUnit) return unlikeUnits(commitment);
  const quantity = isOneUnit ? share(units) : ZERO;
  const charged = share(spendOf(usage));
  const due = overage.type === 'rate' ? quantity.times(overage.value) : charged.times(overage.value);
  const how = overage.type === 'rate' ? shown(quantity) : shown(charged);
  return chargeLine({
    id,
    kind: 'overage',
    part,
    amount: due.minus(charged),
    quantity,
    unit: isOneUnit ? unitOf(usage) : null,
    like: usage,
    text: explain
      ? `${how} beyond x ${shown(overage.value)} - ${shown(charged)} that is charged already`
      : null,
  });
}

/** Whether what was billed can be added up: of one unit, and converted in one way. */
function isOfOneUnit(usage: readonly WorkLine[]): boolean {
  const units = usage.flatMap(({ use, unit, quantity }) => {
    if (use === null || isZero(quantity)) return [];
    const { convert } = use.one.sku;
    return [JSON.stringify([unit, convert && [convert.op, convert.factor.toFixed()]])];
  });
  return new Set(units).size <= 1;
}

/** The unit of what was billed: nobody has named the unit that a conversion leads to. */
function unitOf(usage: readonly WorkLine[]): string | null {
  const isConverted = usage.some(({ use }) => use !== null && use.one.sku.convert !== null);
  return isConverted ? null : (usage[0]?.unit ?? null);
}
