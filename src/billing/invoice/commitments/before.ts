import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { Terms } from '../../../model/billing/terms.ts';
import { type Period, periodAt } from '../../time/periods.ts';
import type { Held } from './held.ts';
import type { CommitmentHistory, Used } from './history.ts';

/**
 * What was used of a commitment before a billing period, in the commitment's period and in its term. Null: there were billing
 * periods before, and they are not recorded.
 */
export function usedBefore(
  history: CommitmentHistory,
  id: string,
  { held, period }: { readonly held: Held; readonly period: Period },
  billed: Period,
  terms: Terms,
): { period: Decimal | null; term: Decimal | null } {
  const known = history.get(id);
  return {
    period: recorded(known?.period, period.from) ?? (isFirst(held, period, billed, terms) ? ZERO : null),
    term: recorded(known?.term, held.from) ?? (billed.from <= held.from ? ZERO : null),
  };
}

function recorded(used: Used | undefined, from: number): Decimal | null {
  return used?.from === from && used.since === null ? used.used : null;
}

/** Whether the billing period is the first that counts for the commitment's period: a week counts for the month it begins in. */
function isFirst(held: Held, period: Period, billed: Period, { cadence, timezone }: Terms): boolean {
  const begin = Math.max(period.from, held.from);
  if (billed.from <= begin) return true;
  const around = periodAt(cadence, timezone, begin);
  const first = Math.max(around.from, held.from) < period.from ? around.to : around.from;
  return billed.from <= first;
}
