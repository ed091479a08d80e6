import type { BillingFacts } from '../billing/facts/facts.ts';
import { Decimal } from '../lib/decimal.ts';
import type { Json, JsonObject } from './json-text.ts';

/** `input.billing`: the facts as they are. Lists that no policy reads are left out. */
export function billingInput(facts: BillingFacts, isPartRead: (part: string) => boolean): JsonObject {
  const read = Object.entries(facts).filter(([part]) => isPartRead(part));
  return Object.fromEntries(read.map(([part, list]) => [part, plain(list)]));
}

/** A value of facts as JSON: they hold nothing but texts, integers, decimals, lists and records. */
function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Decimal) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
