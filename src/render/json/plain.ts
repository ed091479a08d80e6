import { Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';

/**
 * Data as JSON holds it: decimals as texts, maps as objects with sorted keys, what is left out left out. For types that are
 * published as they are.
 */
export function plainJson(value: unknown): unknown {
  if (value instanceof Decimal) return value.toFixed();
  if (Array.isArray(value)) return value.map(plainJson);
  if (value instanceof Map) {
    const entries = [...(value as Map<string, unknown>)].sort(([a], [b]) => byCodePoint(a, b));
    return Object.fromEntries(entries.map(([key, item]) => [key, plainJson(item)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plainJson(item)]])),
  );
}
