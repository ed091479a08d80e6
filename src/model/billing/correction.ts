import type { Diagnostic } from '../diagnostic.ts';
import type { SideRef } from '../result.ts';

/**
 * A correction as a row of usage and cost data: the columns of FOCUS for a charge that corrects an earlier one, and where it
 * comes from. Amounts and quantities are decimal texts, instants are in UTC.
 */
export interface CorrectionRecord {
  readonly BilledCost: string;
  readonly BillingCurrency: string;
  readonly ChargeCategory: 'Usage';
  readonly ChargeClass: 'Correction';
  /** The reason. */
  readonly ChargeDescription: string;
  readonly ChargePeriodStart: string;
  readonly ChargePeriodEnd: string;
  /** Null: the correction is of the amount alone. */
  readonly ConsumedQuantity: string | null;
  readonly ConsumedUnit: string | null;
  readonly SkuId: string;
  readonly SubAccountId: string;
  readonly SubAccountType: string;
  readonly x_BillingProfileId: string;
  readonly x_BillingProfileVersion: string;
  /** Hash of the version that it was rated with. */
  readonly x_BillingProfileSha256: string;
  readonly x_CorrectionId: string;
}

/** What `profile corrections` found out. */
export interface Corrections {
  readonly side: SideRef;
  /** In the order of files and of lines. */
  readonly records: readonly CorrectionRecord[];
  /** Errors first, then by file and line. With an error there may be a row too few. */
  readonly diagnostics: readonly Diagnostic[];
}
