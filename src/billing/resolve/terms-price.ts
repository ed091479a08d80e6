import { listMember, type Json } from '../../lib/json.ts';
import type { CapacityTier, Price, RateTier, Stair, Tier } from '../../model/billing/terms.ts';
import { amountIn, amountMapIn, amountOrZero, isTrue, textIn } from './json-access.ts';

/** The price of an SKU, from its resolved JSON. */
export function priceOf(json: Json | undefined): Price {
  const model = textIn(json, 'model') as Price['model'];
  const zeroUsageFlat = isTrue(json, 'zeroUsageFlat');
  switch (model) {
    case 'flat':
      return { model, amount: amountOrZero(json, 'amount') };
    case 'perUnit':
      return { model, unit: amountOrZero(json, 'unit') };
    case 'graduated':
    case 'volume':
      return { model, tiers: tiersOf(json, tier), zeroUsageFlat };
    case 'stairstep':
      return { model, tiers: tiersOf(json, stair), zeroUsageFlat };
    case 'package':
      return { model, size: amountOrZero(json, 'size'), price: amountOrZero(json, 'price') };
    case 'percentage':
      return percentage(json);
    case 'graduatedPercentage':
      return { model, tiers: tiersOf(json, rateTier), zeroUsageFlat };
    case 'dynamic':
      return { model, multiplier: amountOrZero(json, 'multiplier') };
    case 'capacity':
      return { model, tiers: tiersOf(json, capacityTier) };
  }
}

function percentage(json: Json | undefined): Price {
  return {
    model: 'percentage',
    rate: amountOrZero(json, 'rate'),
    fixed: amountOrZero(json, 'fixed'),
    min: amountIn(json, 'min'),
    max: amountIn(json, 'max'),
    freeEvents: amountIn(json, 'freeEvents'),
    freeAmount: amountIn(json, 'freeAmount'),
  };
}

function tiersOf<T>(json: Json | undefined, read: (tier: Json) => T): T[] {
  return listMember(json, 'tiers').map(read);
}

function tier(json: Json): Tier {
  return { ...stair(json), unit: amountOrZero(json, 'unit') };
}

function stair(json: Json): Stair {
  return { upTo: amountIn(json, 'upTo'), flat: amountOrZero(json, 'flat') };
}

function rateTier(json: Json): RateTier {
  return { ...stair(json), rate: amountOrZero(json, 'rate') };
}

function capacityTier(json: Json): CapacityTier {
  return { limits: amountMapIn(json, 'limits'), price: amountOrZero(json, 'price') };
}
