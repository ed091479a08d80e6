import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import { shown } from '../../rate/text.ts';
import type { WorkLine } from '../work-line.ts';
import type { Billed } from './billed.ts';
import { chargeLine } from './charge.ts';
import type { CommitmentRun } from './commitment-run.ts';
import { promised } from './promised.ts';
import { unusedAmount } from './shortfall.ts';

/** What a commitment charges for what was promised and not used, or why that is not in the amounts. */
export interface TrueUp {
  readonly line?: WorkLine;
  readonly notice?: string;
  readonly unknown?: string;
}

/**
 * The rest that is due when the commitment's period, or its term where it is charged then, ends in the billing period or is
 * broken off in it. `used` is what the billing period itself has used.
 */
export function trueUp(
  run: CommitmentRun,
  lines: readonly WorkLine[],
  used: Decimal,
  billed: Billed,
): TrueUp {
  const { commitment, held, part } = run;
  const byTerm = commitment.trueUp === 'term' || commitment.period === 'term';
  if (byTerm && held.to === Infinity)
    return {
      notice: `What is not used of commitment ${commitment.id} is charged when its term ends, and it has no end.`,
    };
  if (Math.min(byTerm ? held.to : run.period.to, held.to) > billed.period.to) return {};
  const before = byTerm ? run.before.term : run.before.period;
  if (before === null) return run.before.period === null ? {} : { unknown: unrecorded(run) };
  const due = byTerm ? promised(commitment.period, held, held, part.inForce.terms.timezone) : run.promised;
  const missing = due.minus(before).minus(used);
  if (!missing.gt(ZERO)) return {};
  const amount = commitment.type === 'quantity' ? unusedAmount(run, used, missing, billed) : missing;
  if (typeof amount === 'string') return { unknown: amount };
  if (!amount.gt(ZERO)) return {};
  const text = billed.explain
    ? `${shown(due)} promised - ${shown(before.plus(used))} used = ${shown(missing)}, charged`
    : null;
  return { line: chargeLine({ id: commitment.id, kind: 'true-up', part, amount, like: lines, text }) };
}

function unrecorded({ commitment: { id } }: CommitmentRun): string {
  return `What was used of commitment ${id} since its term began is not recorded: what is due at its end is not in the amounts.`;
}
