import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { byCodePoint } from '../../lib/order.ts';

/** Keys of billing files as a person reads them: what something is comes before what it costs. */
const ORDER: ReadonlyMap<string, number> = new Map(
  [
    ...['kind', 'schemaVersion', 'id', 'version', 'lifecycle', 'name', 'description', 'labels'],
    ...['environment', 'test', 'owner', 'limits', 'effective', 'supersedes', 'migration', 'currency'],
    ...['rounding', 'cadence', 'cutoff', 'timezone', 'taxes', 'fx', 'parameters', 'skus', 'discounts'],
    ...['commitments', 'allocation', 'revenueShare', 'type', 'party', 'pool', 'method', 'model', 'mode'],
    ...['upTo', 'unit', 'meter', 'from', 'to', 'value', 'percent', 'amount', 'convert', 'price', 'tiers'],
  ].map((key, index) => [key, index]),
);

/** The same value with the keys of its mappings as a person reads them; those that are not known last, by code point. */
export function inReadingOrder(value: JsonObject): JsonObject {
  const entries = Object.entries(value).sort(
    ([a], [b]) => (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size) || byCodePoint(a, b),
  );
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered);
  return isJsonObject(value) ? inReadingOrder(value) : value;
}
