import { rateSku } from '../../../src/billing/rate/rate-sku.ts';
import { periodAt } from '../../../src/billing/time/periods.ts';
import { decimal, ZERO } from '../../../src/lib/decimal.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import type { Sku, Terms } from '../../../src/model/billing/terms.ts';
import { termsOf } from './terms.ts';
import { cellOf } from './usage.ts';
import type { SkuCase } from './vectors.ts';

/** What a usage of one SKU costs in a whole month, or why nobody knows. */
export function priceOf(text: JsonObject, { quantity, amounts, others = {} }: SkuCase): string {
  const terms = termsOf({ skus: [text] });
  const sku = skuOf(terms);
  const period = periodAt(terms.cadence, terms.timezone, Date.parse('2026-03-01T00:00:00Z'));
  const { from, to } = period;
  const cell = cellOf(terms, sku, period, quantity, amounts);
  const limits = Object.fromEntries(Object.entries(others).map(([key, value]) => [key, decimal(value)]));
  const usage = { ...cell, limits: { [sku.id]: cell.quantity, ...limits } };
  const [rated] = rateSku([{ terms, sku, from, to, usage, freeQuantity: ZERO }], period);
  return rated === undefined ? 'nothing' : (rated.unknown ?? rated.amount.toString());
}

function skuOf(terms: Terms): Sku {
  const [sku] = terms.skus;
  if (sku === undefined) throw new Error('no SKU');
  return sku;
}
