import type { Condition } from '../catalog/entry.ts';
import { asText, type Basis, CERTAIN, joinBasis, type Reading } from './reading.ts';
import type { Scope } from './scope.ts';

/** Whether something applies; `basis` is what the answer rests on. */
export type Decision =
  | { readonly kind: 'yes'; readonly basis: Basis }
  | { readonly kind: 'no' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Whether all of `when` hold and none of `unless`. One that surely fails outweighs what is unknown. */
export function decide(
  conditions: { readonly when?: Condition; readonly unless?: Condition },
  scope: Scope,
): Decision {
  let basis = CERTAIN;
  let unknown: string | undefined;
  const check = (name: string, wanted: Condition[string], expected: boolean): boolean => {
    const reading = asBoolean(scope.value(name), name, scope);
    const match = matches(reading, wanted);
    if (match === undefined) unknown ??= reading.kind === 'unknown' ? reading.reason : `${name} is a range`;
    else if (match !== expected) {
      if (expected && reading.kind === 'text') scope.strangers?.meet(name, reading.text);
      return false;
    }
    if (reading.kind === 'text' || reading.kind === 'number') basis = joinBasis(basis, reading.basis);
    return true;
  };
  for (const [name, wanted] of Object.entries(conditions.when ?? {})) {
    if (!check(name, wanted, true)) return { kind: 'no' };
  }
  for (const [name, wanted] of Object.entries(conditions.unless ?? {})) {
    if (!check(name, wanted, false)) return { kind: 'no' };
  }
  return unknown === undefined ? { kind: 'yes', basis } : { kind: 'unknown', reason: unknown };
}

/** Whether a value is one of the wanted; undefined when that cannot be told. */
function matches(reading: Reading, wanted: Condition[string]): boolean | undefined {
  const list = listOf(wanted).map((item) => (item === null ? null : String(item)));
  if (reading.kind === 'null') return list.includes(null);
  if (reading.kind === 'unknown') {
    const answers = new Set(reading.candidates?.map((text) => list.includes(text)));
    return answers.size === 1 ? answers.has(true) : undefined;
  }
  const text = asText(reading);
  if (text !== undefined) return list.includes(text);
  return list.every((item) => item === null) ? false : undefined;
}

function listOf(wanted: Condition[string]): readonly (string | number | boolean | null)[] {
  return Array.isArray(wanted)
    ? (wanted as readonly (string | number | boolean | null)[])
    : [wanted as string];
}

/** Terraform takes the texts "1" and "0" where an argument is true or false (go-cty, `convert`, string to bool). */
function asBoolean(reading: Reading, name: string, scope: Scope): Reading {
  const text = asText(reading);
  if ((text !== '1' && text !== '0') || (reading.kind !== 'text' && reading.kind !== 'number'))
    return reading;
  if (scope.strangers?.isBoolean(name) !== true) return reading;
  return { kind: 'text', text: String(text === '1'), basis: reading.basis };
}
