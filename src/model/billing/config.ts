import type { Decimal } from '../../lib/decimal.ts';
import type { Level } from '../finding.ts';
import type { Environment } from './terms.ts';

/** The `billing` section of the configuration: what the simulation of a change goes by. */
export interface BillingConfig {
  /** Whose bindings recorded usage is rated by. */
  readonly environment: Environment;
  /** Globs of usage files in the repository; read from the base, so that a change does not bring its own evidence. */
  readonly usage: readonly string[];
  /** Show hashes in the place of customers' ids. */
  readonly hashCustomers: boolean;
}

/** What a rule of billing files does: its own default where nothing is said. */
export type RuleEffect = 'off' | 'warn' | 'deny';

/** `policies.billing`: percentages are written as percent, shares of discounts in points. Null: no limit. */
export interface BillingPolicyConfig {
  readonly level: Level | 'off';
  /** By rule id, such as BP-112. */
  readonly rules: Readonly<Record<string, RuleEffect>>;
  readonly maxRevenueLossPercent: Decimal | null;
  readonly maxCustomerIncreasePercent: Decimal | null;
  readonly maxCustomerLossPercent: Decimal | null;
  readonly minMarginPercent: Decimal | null;
  readonly maxDiscountShareRise: Decimal;
  readonly minCoveragePercent: Decimal;
  readonly maxUntaggedPercent: Decimal;
  readonly taxTableMaxAgeDays: number;
  readonly fxMaxAgeDays: number;
  readonly mostTiers: number;
  readonly mostSkus: number;
  readonly mostDiscounts: number;
  /** Head commits of changes to billing files must carry a signature. */
  readonly requireSigned: boolean;
}
