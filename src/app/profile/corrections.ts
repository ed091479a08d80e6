import { correctionRecords } from '../../billing/corrections/records.ts';
import type { Corrections } from '../../model/billing/correction.ts';
import { sorted } from '../check/diagnostics.ts';
import { openBilling } from './open-billing.ts';
import { recordErrors } from './record-problems.ts';

export interface CorrectionsOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
}

/**
 * The records that the corrections of one side make, and all errors of its billing files and of what was published: a record may be missing, or of
 * another version, because of any of them. Throws UserError for a ref that is not there, and where there are no billing files.
 */
export function corrections(options: CorrectionsOptions): Corrections {
  const { catalogue, ref: side } = openBilling(options.repository, options.ref);
  const { records, diagnostics } = correctionRecords(catalogue);
  return {
    side,
    records,
    diagnostics: sorted([...catalogue.diagnostics, ...recordErrors(catalogue, options), ...diagnostics]),
  };
}
