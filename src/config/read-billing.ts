import type { Decimal } from '../lib/decimal.ts';
import type { BillingConfig, BillingPolicyConfig, RuleEffect } from '../model/billing/config.ts';
import type { Environment } from '../model/billing/terms.ts';
import type { Level } from '../model/finding.ts';
import type { DocumentNode } from '../model/node.ts';
import { DEFAULT_CONFIG } from './defaults.ts';
import { amountAt, nodeAt, textMap, textOf, textsOf } from './yaml/access.ts';

/** The `billing` section of a valid document. */
export function readBilling(node: DocumentNode | undefined): BillingConfig {
  const { environment, hashCustomers } = DEFAULT_CONFIG.billing;
  return {
    environment: (textOf(nodeAt(node, 'environment')) as Environment | undefined) ?? environment,
    usage: textsOf(nodeAt(node, 'usage')),
    hashCustomers: flag(node, 'hash_customers') ?? hashCustomers,
  };
}

/** The `policies.billing` section of a valid document. */
export function readBillingPolicy(node: DocumentNode | undefined): BillingPolicyConfig {
  const defaults = DEFAULT_CONFIG.policies.billing;
  const percent = (key: string, fallback: Decimal) => amountAt(node, key) ?? fallback;
  const count = (key: string, fallback: number) => Number(textOf(nodeAt(node, key)) ?? fallback);
  return {
    level: (textOf(nodeAt(node, 'level')) as Level | 'off' | undefined) ?? defaults.level,
    rules: textMap(nodeAt(node, 'rules')) as Record<string, RuleEffect>,
    maxRevenueLossPercent: amountAt(node, 'max_revenue_loss_percent'),
    maxCustomerLossPercent: amountAt(node, 'max_customer_loss_percent'),
    maxCustomerIncreasePercent: amountAt(node, 'max_customer_increase_percent'),
    minMarginPercent: amountAt(node, 'min_margin_percent'),
    maxDiscountShareRise: percent('max_discount_share_rise', defaults.maxDiscountShareRise),
    minCoveragePercent: percent('min_coverage_percent', defaults.minCoveragePercent),
    maxUntaggedPercent: percent('max_untagged_percent', defaults.maxUntaggedPercent),
    taxTableMaxAgeDays: count('tax_table_max_age_days', defaults.taxTableMaxAgeDays),
    fxMaxAgeDays: count('fx_max_age_days', defaults.fxMaxAgeDays),
    mostTiers: count('most_tiers', defaults.mostTiers),
    mostSkus: count('most_skus', defaults.mostSkus),
    mostDiscounts: count('most_discounts', defaults.mostDiscounts),
    requireSigned: flag(node, 'require_signed') ?? defaults.requireSigned,
  };
}

function flag(node: DocumentNode | undefined, key: string): boolean | undefined {
  const text = textOf(nodeAt(node, key));
  return text === undefined ? undefined : text.toLowerCase() === 'true';
}
