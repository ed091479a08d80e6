import type { Decimal } from '../lib/decimal.ts';
import { byCodePoint } from '../lib/order.ts';
import type { Config } from '../model/config.ts';

/** What of the configuration decides about billing files, by the name that a sentence begins with. */
export function billingSettings({ billing, policies }: Config): [string, string | Decimal | null][] {
  const policy = policies.billing;
  const rules = Object.entries(policy.rules).sort(([a], [b]) => byCodePoint(a, b));
  return [
    ['The environment that usage is rated in', billing.environment],
    ['The list of usage files for billing profiles', billing.usage.join(', ') || null],
    ["The hiding of customers' ids", billing.hashCustomers ? 'on' : 'off'],
    ['The level of billing rules', policy.level],
    ...rules.map(([id, effect]): [string, string] => [`The effect of rule ${id}`, effect]),
    ['The limit on the loss of revenue', policy.maxRevenueLossPercent],
    ["The limit on the loss of one customer's revenue", policy.maxCustomerLossPercent],
    ['The limit on the increase for one customer', policy.maxCustomerIncreasePercent],
    ['The least contribution margin', policy.minMarginPercent],
    ['The limit on the rise of the discounted share', policy.maxDiscountShareRise],
    ['The least coverage of usage', policy.minCoveragePercent],
    ['The limit on usage without customer or SKU', policy.maxUntaggedPercent],
    ['The age at which a tax table is old, in days,', String(policy.taxTableMaxAgeDays)],
    ['The age at which an exchange rate is old, in days,', String(policy.fxMaxAgeDays)],
    ['The number of tiers that is complex', String(policy.mostTiers)],
    ['The number of SKUs that is complex', String(policy.mostSkus)],
    ['The number of discounts that is complex', String(policy.mostDiscounts)],
    ['The demand for signed commits', policy.requireSigned ? 'on' : 'off'],
  ];
}
