import type { Decimal } from '../../../lib/decimal.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Commitment } from '../../../model/billing/terms.ts';
import type { Period } from '../../time/periods.ts';
import type { Part } from '../part.ts';
import type { Held } from './held.ts';

/** A commitment in one billing period. Amounts are money, or a quantity for a commitment of one. */
export interface CommitmentRun {
  readonly commitment: Commitment;
  readonly held: Held;
  /** Its own period, such as the quarter. */
  readonly period: Period;
  /** The last part of the billing period that has it. */
  readonly part: Part;
  readonly promised: Decimal;
  /** Used before the billing period, in its period and in the term; null when that was not recorded. */
  readonly before: { readonly period: Decimal | null; readonly term: Decimal | null };
}

/** The order in which several commitments are served: quantities, then spend, then credit; what ends first, is smallest, by id. */
export function byService(a: CommitmentRun, b: CommitmentRun): number {
  return (
    ORDER[a.commitment.type] - ORDER[b.commitment.type] ||
    earlier(a.period.to, b.period.to) ||
    a.promised.cmp(b.promised) ||
    byCodePoint(a.commitment.id, b.commitment.id)
  );
}

const ORDER = { quantity: 0, minSpend: 1, prepaid: 2 } as const;

/** Without a subtraction: two that never end would differ by no number. */
function earlier(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
