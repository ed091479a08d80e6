import type { Decimal } from '../../../lib/decimal.ts';

/** What of a commitment earlier billing periods have used. Money, or a quantity for a commitment of one. */
export interface Used {
  /** Begin of the commitment's period that it was used in, in epoch milliseconds. */
  readonly from: number;
  readonly used: Decimal;
  /** False: usage before it was not recorded. */
  readonly isComplete: boolean;
}

/** By the commitment's id: in its current period, and in the whole term. */
export type CommitmentHistory = ReadonlyMap<string, { readonly period: Used; readonly term: Used }>;
