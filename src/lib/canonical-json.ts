import type { Json } from './json.ts';

/**
 * The canonical text of a JSON value by RFC 8785: keys in the order of their UTF-16 units, no blanks, numbers and strings
 * as ECMAScript writes them. Equal values give equal bytes. Throws on what that form cannot hold: numbers that are not
 * finite, and strings with half a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('JSON holds finite numbers only.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // By UTF-16 units, as `<` compares, and not by code points.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${canonicalString(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('A string holds half a surrogate pair.');
  return JSON.stringify(text);
}
