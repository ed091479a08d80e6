import { correctionRecords } from '../../billing/corrections/records.ts';
import type { Corrections } from '../../model/billing/correction.ts';
import { sorted } from '../check/diagnostics.ts';
import { openBilling } from './open-billing.ts';

export interface CorrectionsOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
}

/**
 * The records that the corrections of one side make, and all errors of its billing files: a record may be missing because of any of
 * them. Throws UserError for a ref that is not there, and where there are no billing files.
 */
export function corrections({ repository, ref }: CorrectionsOptions): Corrections {
  const { catalogue, ref: side } = openBilling(repository, ref);
  const { records, diagnostics } = correctionRecords(catalogue);
  return { side, records, diagnostics: sorted([...catalogue.diagnostics, ...diagnostics]) };
}
