import { decimal, ZERO, type Decimal } from '../../lib/decimal.ts';
import { isJsonObject, listMember, member, textMember, type Json } from '../../lib/json.ts';

// Readers of JSON that its schema has let pass: the type of a key is known, and only whether it is there is not.

/** The text of a key that must be there. */
export function textIn(json: Json | undefined, key: string): string {
  return textMember(json, key) ?? '';
}

/** The decimal of a key; null when it is not there or null. */
export function amountIn(json: Json | undefined, key: string): Decimal | null {
  const text = textMember(json, key);
  return text === undefined ? null : decimal(text);
}

/** The decimal of a key, 0 when it is not there: for amounts of which the format says so. */
export function amountOrZero(json: Json | undefined, key: string): Decimal {
  return amountIn(json, key) ?? ZERO;
}

/** Whether a key is there and true. */
export function isTrue(json: Json | undefined, key: string): boolean {
  return member(json, key) === true;
}

/** The texts of a list; null when it is not there. */
export function textsIn(json: Json | undefined, key: string): readonly string[] | null {
  if (member(json, key) === undefined) return null;
  return listMember(json, key).filter((item) => typeof item === 'string');
}

/** A mapping of texts; empty when it is not there. */
export function textMapIn(json: Json | undefined, key: string): Readonly<Record<string, string>> {
  const map = member(json, key);
  if (!isJsonObject(map)) return {};
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** A mapping of decimals; empty when it is not there. */
export function amountMapIn(json: Json | undefined, key: string): Readonly<Record<string, Decimal>> {
  return Object.fromEntries(
    Object.entries(textMapIn(json, key)).map(([name, value]) => [name, decimal(value)]),
  );
}
