import type { Json, JsonObject } from './json.ts';

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
  const object = value as JsonObject;
  // Without a comparison `sort` goes by UTF-16 units, as the RFC asks for, and not by code points.
  const keys = Object.keys(object).sort();
  return `{${keys.map((key) => `${canonicalString(key)}:${canonicalJson(object[key] ?? null)}`).join(',')}}`;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('A string holds half a surrogate pair.');
  return JSON.stringify(text);
}
