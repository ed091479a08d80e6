import type { EntryUse, PricingSummary } from '../../model/pricing.ts';
import { checkTotalsJson, decimalJson, maybeRangeJson } from './cost.ts';

/** How the figures differ from list prices. */
export function pricingJson({ list, freeTier, exchangeRates, entries }: PricingSummary): object {
  return {
    list: checkTotalsJson(list),
    freeTier,
    exchangeRates: exchangeRates.map(({ from, to, rate, date, source }) => ({
      ...{ from, to, rate: decimalJson(rate), date, source },
    })),
    entries: entries.map(entryJson),
  };
}

function entryJson({ kind, id, state, lines, effect }: EntryUse): object {
  return { kind, id, state, lines, effect: maybeRangeJson(effect) };
}
