import type { Percentages, Range } from '../model/cost.ts';
import { money, type MoneyStyle, percent } from '../model/money-text.ts';
import type { Json, JsonObject } from './json-text.ts';

/** A range as plain numbers, in the report's currency. */
export function rangeJson({ low, likely, high }: Range): JsonObject {
  return { low, likely, high };
}

/** A range with each figure ready to print as well; null where it is not known. */
export function figureJson(range: Range | null, currency: string, style: MoneyStyle = {}): Json {
  if (range === null) return null;
  return {
    ...rangeJson(range),
    text: {
      low: money(range.low, currency, style),
      likely: money(range.likely, currency, style),
      high: money(range.high, currency, style),
    },
  };
}

/** Increase in percent of the base, ready to print as well. Null where the base is 0 or unknown. */
export function percentagesJson(share: Percentages | null): JsonObject {
  const { low, likely, high } = share ?? { low: null, likely: null, high: null };
  const text = { low: textOf(low), likely: textOf(likely), high: textOf(high) };
  return { low, likely, high, text };
}

function textOf(share: Percentages['likely']): string | null {
  return share === null ? null : percent(share);
}
