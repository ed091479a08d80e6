import { decimal } from '../lib/decimal.ts';
import type { Decimal } from '../lib/decimal.ts';
import type { Range } from '../model/cost.ts';
import { amountText, percentText } from './figure-text.ts';
import type { JsonObject } from './json-text.ts';

/** A range as plain numbers, in the report's currency. */
export function rangeJson({ low, likely, high }: Range): JsonObject {
  return { low, likely, high };
}

/** A range with each figure ready to print as well. */
export function figureJson(range: Range, currency: string): JsonObject {
  return {
    ...rangeJson(range),
    text: {
      low: amountText(range.low, currency),
      likely: amountText(range.likely, currency),
      high: amountText(range.high, currency),
    },
  };
}

/** Increase in percent of the base, for each of low, likely and high. Null where the base is 0 or a side is unknown. */
export function percentagesJson(delta: Range | null, base: Range | null): JsonObject {
  const low = percentOf(delta?.low, base?.low);
  const likely = percentOf(delta?.likely, base?.likely);
  const high = percentOf(delta?.high, base?.high);
  const text = { low: textOf(low), likely: textOf(likely), high: textOf(high) };
  return { low, likely, high, text };
}

function percentOf(delta: Decimal | undefined, base: Decimal | undefined): Decimal | null {
  if (delta === undefined || base === undefined || base.eq('0')) return null;
  return delta.times(decimal(100)).div(base.abs());
}

function textOf(percent: Decimal | null): string | null {
  return percent === null ? null : percentText(percent);
}
