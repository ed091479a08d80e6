import type { ObjectValue, Unknownness, Value } from '../../../../model/value.ts';
import { ExpressionError } from '../failure.ts';
import { map, object, unknownLike, unknownness } from '../make.ts';
import { joinValues } from '../join.ts';
import { throughCollection } from '../origin.ts';
import { kindText, typeOf } from '../type-of.ts';
import { sameType } from '../unify.ts';

/**
 * `merge`: later keys win, null arguments are skipped. An unknown argument keeps the keys before it present, their
 * values unknown with what they were as `fallback`, and leaves room for other keys.
 */
export function merge(values: readonly Value[]): Value {
  const given = values.filter((value) => value.kind !== 'null');
  const merging: Merging = { entries: new Map(), uncertain: new Set(), doubt: undefined, rest: undefined };
  for (const value of given) {
    if (value.kind === 'unknown') addUnknown(merging, value);
    else if (value.kind === 'object' || value.kind === 'map') addObject(merging, value);
    else throw new ExpressionError(`every argument must be a map or object, not ${kindText(value)}`);
  }
  const { entries, uncertain, doubt, rest } = merging;
  return {
    ...shape(values, entries),
    ...(rest && { rest }),
    ...(uncertain.size > 0 && doubt && { uncertain, doubt }),
  };
}

interface Merging {
  readonly entries: Map<string, Value>;
  readonly uncertain: Set<string>;
  doubt: Unknownness | undefined;
  rest: Unknownness | undefined;
}

/** Maps of one type stay a map, null and unknown ones too; anything else gives an object. */
function shape(values: readonly Value[], entries: Map<string, Value>): ObjectValue {
  const first = values[0];
  const type = first ? typeOf(first) : 'any';
  const alike = values.every((value) => sameType(typeOf(value), type));
  return alike && typeof type !== 'string' && 'map' in type ? map(entries, type.map) : object(entries);
}

function addUnknown(merging: Merging, cause: Unknownness): void {
  for (const [key, value] of merging.entries) merging.entries.set(key, overridable(value, cause));
  merging.rest ??= unknownness(cause);
}

/** A value that something unknown may replace. */
function overridable(value: Value, cause: Unknownness): Value {
  if (value.kind === 'unknown') return value.fallback ? value : unknownLike(value);
  return {
    ...unknownLike(cause),
    fallback: value,
    origin: value.origin,
    ...(value.sensitive && { sensitive: true }),
  };
}

function addObject(merging: Merging, value: ObjectValue): void {
  if (value.rest) addUnknown(merging, value.rest);
  for (const [key, written] of value.entries) {
    const entry = throughCollection(value, written);
    const before = merging.entries.get(key);
    if (!value.uncertain?.has(key)) {
      merging.entries.set(key, entry);
      merging.uncertain.delete(key);
      continue;
    }
    const doubt = value.doubt ?? value.rest ?? { reason: 'computed-attribute' as const };
    merging.doubt ??= doubt;
    merging.entries.set(key, before ? joinValues([before, entry], doubt) : entry);
    if (!before) merging.uncertain.add(key);
  }
}
