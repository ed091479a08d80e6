import type { ObjectValue, SequenceValue, Unknownness, UnknownValue, Value } from '../../../model/value.ts';
import { canonicalText } from './canonical.ts';
import { unknownLike, unknownness } from './make.ts';
import { hasSensitive, markIf } from './marks.ts';
import { joinOrigins } from './origin.ts';
import { isWhollyKnown } from './traits.ts';
import { elementType, typeOf } from './type-of.ts';
import { sameType } from './unify.ts';

/** A list of all possible values is kept up to this length. */
export const MAX_CANDIDATES = 8;

/**
 * What is known when the value is one of these, and `cause` says why it cannot be told which: equal parts stay
 * known, differing parts become unknown with both as candidates, a key of only some is uncertain.
 */
export function joinValues(values: readonly Value[], cause: Unknownness): Value {
  const first = values[0];
  if (first === undefined) return unknownLike(cause);
  const joined = values.slice(1).reduce((a, b) => joinTwo(a, b, cause), first);
  return markIf(joined, values.some(hasSensitive));
}

function joinTwo(a: Value, b: Value, cause: Unknownness): Value {
  if (a === b) return a;
  if (isKeyed(a) && isKeyed(b) && (a.entries.size > 0 || b.entries.size > 0)) return joinObjects(a, b, cause);
  if (isSequence(a) && isSequence(b)) {
    const sequence = joinSequences(a, b, cause);
    if (sequence) return sequence;
  }
  if (isWhollyKnown(a) && isWhollyKnown(b) && canonicalText(a) === canonicalText(b)) {
    return { ...a, origin: joinOrigins([a, b]) };
  }
  return either(a, b, cause);
}

function isKeyed(value: Value): value is ObjectValue {
  return value.kind === 'object' || value.kind === 'map';
}

function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
}

function joinObjects(a: ObjectValue, b: ObjectValue, cause: Unknownness): ObjectValue {
  const entries = new Map<string, Value>();
  const uncertain = new Set<string>([...(a.uncertain ?? []), ...(b.uncertain ?? [])]);
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
    const [x, y] = [a.entries.get(key), b.entries.get(key)];
    if (x && y) entries.set(key, joinTwo(x, y, cause));
    else if (x) entries.set(key, b.rest ? either(x, unknownLike(b.rest), cause) : x);
    else if (y) entries.set(key, a.rest ? either(unknownLike(a.rest), y, cause) : y);
    if (!x || !y) uncertain.add(key);
  }
  const rest = a.rest ?? b.rest;
  return {
    kind: a.kind === 'map' && b.kind === 'map' ? 'map' : 'object',
    entries,
    origin: joinOrigins([a, b]),
    ...(a.kind === 'map' && b.kind === 'map' && { elementType: elementType([...entries.values()]) }),
    ...(rest && { rest }),
    ...(uncertain.size > 0 && { uncertain, doubt: a.doubt ?? b.doubt ?? unknownness(cause) }),
  };
}

/** Sequences of the same kind and length, whose indexes are certain, join item by item. */
function joinSequences(a: SequenceValue, b: SequenceValue, cause: Unknownness): SequenceValue | undefined {
  if (a.kind !== b.kind || a.kind === 'set' || a.unplaced || b.unplaced) return undefined;
  if (a.items.length !== b.items.length || a.rest || b.rest || a.items.length === 0) return undefined;
  const items = a.items.map((item, i) => {
    const other = b.items[i];
    return other ? joinTwo(item, other, cause) : item;
  });
  return {
    kind: a.kind,
    items,
    origin: joinOrigins([a, b]),
    ...(a.kind === 'list' && { elementType: elementType(items) }),
  };
}

function either(a: Value, b: Value, cause: Unknownness): UnknownValue {
  const candidates = mergeCandidates(a, b);
  const type = typeOf(a);
  const isTyped = type !== 'any' && sameType(type, typeOf(b));
  return {
    ...unknownLike(cause),
    origin: joinOrigins([a, b]),
    ...(isTyped && { type }),
    ...(candidates && { candidates }),
  };
}

function mergeCandidates(a: Value, b: Value): Value[] | undefined {
  const [left, right] = [candidatesOf(a), candidatesOf(b)];
  if (!left || !right) return undefined;
  const merged = new Map<string, Value>();
  for (const value of [...left, ...right]) {
    const key = canonicalText(value);
    if (!merged.has(key)) merged.set(key, value);
  }
  return merged.size <= MAX_CANDIDATES ? [...merged.values()] : undefined;
}

/** All values that this one can have: itself when it is known, its candidates, or undefined when there are too many. */
export function candidatesOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'unknown') return value.candidates;
  return isWhollyKnown(value) ? [value] : undefined;
}
