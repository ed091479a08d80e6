import type { Decimal } from '../lib/decimal.ts';
import { byCodePoint } from '../lib/order.ts';
import { textPattern } from '../lib/text-glob.ts';
import type { Config, TagRule } from '../model/config.ts';
import { amountText, percentText } from './figure-text.ts';
import type { JsonObject } from './json-text.ts';

/** `data.settings` of the policy input: rules and limits of the configuration, without the levels. */
export function settingsInput({ policies, currency }: Config): JsonObject {
  const { requiredTags, monthlyIncrease, unitIncrease } = policies;
  const amounts = Object.entries(unitIncrease.amounts).sort(([a], [b]) => byCodePoint(a, b));
  return {
    requiredTags: { unknown: requiredTags.unknown, keys: requiredTags.keys.map(tagRule) },
    monthlyIncrease: {
      basis: monthlyIncrease.basis,
      amount: limit(monthlyIncrease.amount, (value) => amountText(value, currency)),
      percent: limit(monthlyIncrease.percent, percentText),
    },
    unitIncrease: {
      basis: unitIncrease.basis,
      percent: limit(unitIncrease.percent, percentText),
      amounts: Object.fromEntries(
        amounts.map(([id, value]) => [id, limit(value, (amount) => amountText(amount, currency))]),
      ),
    },
  };
}

function tagRule({ key, allowEmpty, values }: TagRule): JsonObject {
  return {
    key,
    allowEmpty,
    values: values === null ? null : values.map((text) => ({ text, pattern: textPattern(text) })),
  };
}

function limit(value: Decimal | null, text: (value: Decimal) => string): JsonObject | null {
  return value === null ? null : { value, text: text(value) };
}
