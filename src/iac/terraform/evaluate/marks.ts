import type { Value } from '../../../model/value.ts';
import { traits } from './traits.ts';

/** The value marked as one that must never be printed; itself when it already is. */
export function markSensitive(value: Value): Value {
  return value.sensitive ? value : { ...value, sensitive: true };
}

/** The value, marked when the condition holds: how sensitivity spreads from operands to results. */
export function markIf(value: Value, sensitive: boolean | undefined): Value {
  return sensitive ? markSensitive(value) : value;
}

/** True when the value or any part of it is marked. */
export function hasSensitive(value: Value): boolean {
  return traits(value).sensitive;
}
