import type { TermsInForce } from '../../../model/billing/binding.ts';
import type { Period } from '../../time/periods.ts';
import type { Part } from '../part.ts';
import type { WorkLine } from '../work-line.ts';
import type { CommitmentHistory } from './history.ts';

/** A billing period as commitments find it. */
export interface Billed {
  readonly parts: readonly Part[];
  readonly segments: readonly TermsInForce[];
  readonly period: Period;
  /** Of usage, after discounts. */
  readonly lines: readonly WorkLine[];
  readonly history: CommitmentHistory;
  /** Digits to which an amount is spread over lines. */
  readonly digits: number;
  readonly explain: boolean;
}
