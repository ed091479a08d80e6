import { type Decimal, decimal } from '../../../lib/decimal.ts';
import { least } from '../discounts/spread.ts';
import type { CommitmentRun } from './commitment-run.ts';

const HUNDRED = decimal(100);

/** A sentence for the highest level of a commitment that this period has reached; undefined when it reached none. */
export function alertText(
  { commitment, promised }: CommitmentRun,
  before: Decimal,
  used: Decimal,
): string | undefined {
  const reached = commitment.alertAt
    .filter((level) => {
      const at = promised.times(decimal(level));
      return before.times(HUNDRED).lt(at) && used.times(HUNDRED).gte(at);
    })
    .sort((a, b) => b - a)[0];
  if (reached === undefined) return undefined;
  // What goes beyond it is no part of it.
  const taken = least(used, promised);
  return `Commitment ${commitment.id} has reached ${reached} percent: ${taken.toFixed()} of ${promised.toFixed()} is used.`;
}
