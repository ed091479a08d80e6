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
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Decimal) return value.toFixed();
  return isList(value) ? listText(value) : objectText(value);
}

function listText(items: readonly Json[]): string {
  let text = '[';
  for (const item of items) text += text === '[' ? jsonText(item) : `,${jsonText(item)}`;
  return `${text}]`;
}

function objectText(object: JsonObject): string {
  let text = '{';
  for (const key of Object.keys(object)) {
    if (text !== '{') text += ',';
    text += `${textOf(key)}:${jsonText(object[key] ?? null)}`;
  }
  return `${text}}`;
}

/** Anything but what JSON writes as it is: controls, quotes, backslashes and surrogates. */
const SPECIAL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

function textOf(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`;
  // Encoding to UTF-8 and back replaces lone halves of surrogate pairs.
  return JSON.stringify(Buffer.from(text, 'utf8').toString('utf8'));
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
