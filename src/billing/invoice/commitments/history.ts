import { type Decimal, ZERO } from '../../../lib/decimal.ts';
import type { Period } from '../../time/periods.ts';
import type { CommitmentRun } from './commitment-run.ts';

/** What of a commitment earlier billing periods have used. Money, or a quantity for a commitment of one. */
export interface Used {
  /** Begin of the commitment's period that it was used in, in epoch milliseconds. */
  readonly from: number;
  readonly used: Decimal;
  /** From when on usage is recorded, where there was some before that is not; null: all of it is. */
  readonly since: number | null;
}

/** By the commitment's id: in its current period, and in the whole term. */
export type CommitmentHistory = ReadonlyMap<string, { readonly period: Used; readonly term: Used }>;

/** What is known of a stretch after a billing period; `before` and `used` are null where they are not known. */
export function usedAfter(
  earlier: Used | undefined,
  from: number,
  before: Decimal | null,
  used: Decimal | null,
  billed: Period,
): Used {
  const known = used ?? ZERO;
  if (used === null) return { from, used: known, since: billed.to };
  if (before !== null) return { from, used: known.plus(before), since: null };
  return { from, used: known, since: since(earlier, from) ?? billed.from };
}

/** From when on the usage of a commitment's period is recorded, where what was before it is not: in epoch milliseconds. */
export function recordedSince(
  { commitment: { id }, period: { from } }: CommitmentRun,
  history: CommitmentHistory,
  billed: Period,
): number {
  return since(history.get(id)?.period, from) ?? billed.from;
}

function since(used: Used | undefined, from: number): number | null {
  return used?.from === from ? used.since : null;
}
