import { Decimal } from '../lib/decimal.ts';

/** What becomes policy input: JSON, with decimals in place of most numbers. A JavaScript number must be an integer. */
export type Json = string | number | boolean | null | Decimal | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * The JSON text of a value. Decimals become number literals with all their digits, so that no amount ever passes
 * through a float. Half surrogate pairs, which the policy engine refuses, become U+FFFD.
 */
export function jsonText(value: Json): string {
  if (value instanceof Decimal) return value.toFixed();
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`;
  const members = Object.entries(value).map(([key, member]) => `${textOf(key)}:${jsonText(member)}`);
  return `{${members.join(',')}}`;
}

/** JSON.stringify escapes exactly the lone halves of surrogate pairs as `\udxxx`. */
function textOf(text: string): string {
  const json = JSON.stringify(text);
  return json.includes('\\ud') ? JSON.stringify(Buffer.from(text, 'utf8').toString('utf8')) : json;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
