import type { ObjectValue, SequenceValue, Value } from '../../../model/value.ts';
import { canonicalText } from './canonical.ts';
import { isWhollyKnown } from './traits.ts';
import { typeOf } from './type-of.ts';
import { isExact, sameType } from './unify.ts';

export type Sameness = 'same' | 'different' | 'unknown';

/**
 * The `==` of the language: nothing is converted, so `1 == "1"` and `tolist([1]) == [1]` are different;
 * null equals null only. `unknown` when a part that is not known decides.
 */
export function equals(a: Value, b: Value): Sameness {
  return compare(a, b, true);
}

/**
 * Whether two values reach a provider as the same argument: a tuple equals a list, an object a map, and the number
 * 80 equals the text "80", because the schema of the argument converts both.
 */
export function sameValue(a: Value, b: Value): Sameness {
  return compare(a, b, false);
}

function compare(a: Value, b: Value, strict: boolean): Sameness {
  if (a === b && isWhollyKnown(a)) return 'same';
  if (strict && neverSame(a, b)) return 'different';
  if (a.kind === 'unknown') return compareUnknown(a, b, strict);
  if (b.kind === 'unknown') return compareUnknown(b, a, strict);
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind ? 'same' : 'different';
  if (isSequence(a) && isSequence(b)) return compareSequences(a, b, strict);
  if (isKeyed(a) && isKeyed(b)) return compareObjects(a, b, strict);
  if (isSequence(a) || isSequence(b) || isKeyed(a) || isKeyed(b)) return 'different';
  if (a.kind === 'number' && b.kind === 'number') return a.value.eq(b.value) ? 'same' : 'different';
  if (strict) return a.kind === b.kind && a.value === b.value ? 'same' : 'different';
  return scalarText(a) === scalarText(b) ? 'same' : 'different';
}

/** Values of two known types are never equal; null is equal to null of any type. */
function neverSame(a: Value, b: Value): boolean {
  if (a.kind === 'null' || b.kind === 'null' || (a.kind !== 'unknown' && b.kind !== 'unknown')) return false;
  const [left, right] = [typeOf(a), typeOf(b)];
  return isExact(left) && isExact(right) && !sameType(left, right);
}

function scalarText(value: Value): string {
  return value.kind === 'string' ? value.value : canonicalText(value);
}

function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
}

function isKeyed(value: Value): value is ObjectValue {
  return value.kind === 'object' || value.kind === 'map';
}

/** Unknown values differ for certain when no candidate, known prefix or lower bound fits the other side. */
function compareUnknown(a: Extract<Value, { kind: 'unknown' }>, b: Value, strict: boolean): Sameness {
  if (b.kind === 'unknown') return 'unknown';
  if (a.candidates) {
    return a.candidates.every((candidate) => compare(candidate, b, strict) === 'different')
      ? 'different'
      : 'unknown';
  }
  if (b.kind === 'string' && a.prefix !== undefined && !b.value.startsWith(a.prefix)) return 'different';
  if (b.kind === 'number' && a.minimum !== undefined && b.value.lt(a.minimum)) return 'different';
  return 'unknown';
}

function compareSequences(a: SequenceValue, b: SequenceValue, strict: boolean): Sameness {
  if (strict && a.kind !== b.kind) return 'different';
  if ((a.kind === 'set') !== (b.kind === 'set') && strict) return 'different';
  const atLeast = (x: SequenceValue, y: SequenceValue): boolean => x.items.length > y.items.length && !y.rest;
  if (a.kind !== 'set' && (atLeast(a, b) || atLeast(b, a))) return 'different';
  if (a.rest || b.rest || a.unplaced || b.unplaced) return compareOpen(a, b, strict);
  if (a.items.length !== b.items.length) return 'different';
  if (strict && a.kind !== 'tuple' && !sameElementType(a, b)) return 'different';
  return all(a.items.map((item, i) => compare(item, b.items[i] ?? item, strict)));
}

function compareOpen(a: SequenceValue, b: SequenceValue, strict: boolean): Sameness {
  if (a.kind === 'set' || b.kind === 'set' || a.unplaced || b.unplaced) return 'unknown';
  const shared = Math.min(a.items.length, b.items.length);
  const parts = a.items.slice(0, shared).map((item, i) => compare(item, b.items[i] ?? item, strict));
  return parts.includes('different') ? 'different' : 'unknown';
}

function sameElementType(a: Value, b: Value): boolean {
  return !isWhollyKnown(a) || !isWhollyKnown(b) || sameType(typeOf(a), typeOf(b));
}

function compareObjects(a: ObjectValue, b: ObjectValue, strict: boolean): Sameness {
  if (strict && a.kind !== b.kind) return 'different';
  if (strict && a.kind === 'map' && !sameElementType(a, b)) return 'different';
  const parts: Sameness[] = [];
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
    const [x, y] = [a.entries.get(key), b.entries.get(key)];
    if (x && y) {
      const uncertain = (a.uncertain?.has(key) ?? false) || (b.uncertain?.has(key) ?? false);
      parts.push(uncertain ? 'unknown' : compare(x, y, strict));
    } else {
      const [owner, other] = x ? [a, b] : [b, a];
      parts.push(other.rest || owner.uncertain?.has(key) ? 'unknown' : 'different');
    }
  }
  if (a.rest ?? b.rest) parts.push('unknown');
  return all(parts);
}

function all(parts: readonly Sameness[]): Sameness {
  if (parts.includes('different')) return 'different';
  return parts.includes('unknown') ? 'unknown' : 'same';
}
