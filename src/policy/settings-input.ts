import type { Decimal } from '../lib/decimal.ts';
import { byCodePoint } from '../lib/order.ts';
import { textPattern } from '../lib/text-glob.ts';
import type { BillingPolicyConfig } from '../model/billing/config.ts';
import type { Config, TagRule } from '../model/config.ts';
import { money } from '../model/money-text.ts';
import type { JsonObject } from './json-text.ts';
import { sourceJson } from './source-json.ts';

/** `data.settings` of the policy input: rules and limits of the configuration, without the levels. */
export function settingsInput({ policies, currency }: Config): JsonObject {
  const { requiredTags, monthlyIncrease, unitIncrease, billing } = policies;
  const amountLimit = (amount: Decimal | null) =>
    limit(amount, (value) => money(value, currency, { fine: true }));
  const amounts = Object.entries(unitIncrease.amounts).sort(([a], [b]) => byCodePoint(a, b));
  return {
    requiredTags: { unknown: requiredTags.unknown, keys: requiredTags.keys.map(tagRule) },
    monthlyIncrease: {
      basis: monthlyIncrease.basis,
      unknown: monthlyIncrease.unknown,
      amount: amountLimit(monthlyIncrease.amount),
      percent: limit(monthlyIncrease.percent, percentText),
      source: monthlyIncrease.source === undefined ? null : sourceJson(monthlyIncrease.source),
    },
    unitIncrease: {
      basis: unitIncrease.basis,
      unknown: unitIncrease.unknown,
      percent: limit(unitIncrease.percent, percentText),
      amounts: Object.fromEntries(amounts.map(([id, value]) => [id, amountLimit(value)])),
    },
    billing: billingSettings(billing),
  };
}

function billingSettings(billing: BillingPolicyConfig): JsonObject {
  return {
    maxRevenueLossPercent: limit(billing.maxRevenueLossPercent, percentText),
    maxCustomerLossPercent: limit(billing.maxCustomerLossPercent, percentText),
    maxCustomerIncreasePercent: limit(billing.maxCustomerIncreasePercent, percentText),
    minMarginPercent: limit(billing.minMarginPercent, percentText),
    maxDiscountShareRise: limit(billing.maxDiscountShareRise, (value) => `${value.toFixed()} points`),
    minCoveragePercent: limit(billing.minCoveragePercent, percentText),
    maxUntaggedPercent: limit(billing.maxUntaggedPercent, percentText),
    taxTableMaxAgeDays: billing.taxTableMaxAgeDays,
    fxMaxAgeDays: billing.fxMaxAgeDays,
    mostTiers: billing.mostTiers,
    mostSkus: billing.mostSkus,
    mostDiscounts: billing.mostDiscounts,
    requireSigned: billing.requireSigned,
  };
}

function tagRule({ key, allowEmpty, values }: TagRule): JsonObject {
  return {
    key,
    allowEmpty,
    values: values === null ? null : values.map((text) => ({ text, pattern: textPattern(text) })),
  };
}

/** With all its digits, as it is configured. */
function percentText(value: Decimal): string {
  return `${value.toFixed()}%`;
}

function limit(value: Decimal | null, text: (value: Decimal) => string): JsonObject | null {
  return value === null ? null : { value, text: text(value) };
}
