import { byCodePoint } from '../../lib/order.ts';

const DEPTH = 32;

/** Free-form data of a policy as plain JSON with sorted keys; deeper than 32 levels it is cut. */
export function sortedJson(value: unknown, depth: number = DEPTH): unknown {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return null;
  if (depth === 0) return '(too deep)';
  if (Array.isArray(value)) return value.map((item: unknown) => sortedJson(item, depth - 1));
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => byCodePoint(a, b));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortedJson(item, depth - 1)]));
}
