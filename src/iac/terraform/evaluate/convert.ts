import type {
  AttributeType,
  NullValue,
  ObjectValue,
  SequenceValue,
  Type,
  UnknownValue,
  Value,
} from '../../../model/value.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { joinValues } from './join.ts';
import { NULL, bool, number, text, unknownLike } from './make.ts';
import { numberText, parseNumber } from './numbers.ts';
import { makeSet } from './sets.ts';
import { kindText, typeOf, typeText } from './type-of.ts';
import { elementOf, unify } from './unify.ts';

/**
 * The value as the type wants it, as go-cty converts: number and bool to string and back, tuples to lists and sets,
 * objects to maps, maps to objects; undeclared attributes are dropped, missing optional ones get their default.
 * Null stays null; unknown parts stay unknown with the wanted type. Throws an ExpressionError when no conversion exists.
 */
export function convert(value: Value, type: Type): Value {
  if (type === 'any') return value;
  if (value.kind === 'null') return convertNull(value, type);
  if (value.kind === 'unknown') return convertUnknown(value, type);
  const converted = convertKnown(value, type);
  if (converted === value) return value;
  return {
    ...converted,
    origin: value.origin,
    ...((value.sensitive ?? converted.sensitive) && { sensitive: true as const }),
  };
}

function convertNull(value: NullValue, type: Type): Value {
  if (value.type !== undefined && unconvertible(value.type, type)) {
    throw new ExpressionError(`a ${typeText(type)} is required`);
  }
  return { ...value, type: typeAfter(value.type ?? 'any', type) };
}

function convertKnown(value: Exclude<Value, UnknownValue>, type: Exclude<Type, 'any'>): Value {
  if (typeof type === 'string') return convertPrimitive(value, type);
  if ('list' in type) return toList(value, type.list);
  if ('set' in type) return toSet(value, type.set);
  if ('map' in type) return toMap(value, type.map);
  if ('tuple' in type) return toTuple(value, type.tuple);
  return toObject(value, type.object);
}

function convertUnknown(value: UnknownValue, type: Type): Value {
  if (value.type !== undefined && value.type !== 'any' && unconvertible(value.type, type)) {
    throw new ExpressionError(`a ${typeText(type)} is required`);
  }
  const { candidates, fallback, prefix, minimum, reference, ...rest } = value;
  const candidatesInType = candidates && attemptAll(candidates, type);
  const fallbackInType = fallback && attemptAll([fallback], type)?.[0];
  return {
    ...rest,
    type: typeAfter(value.type ?? 'any', type),
    ...(candidatesInType && { candidates: candidatesInType }),
    ...(fallbackInType && { fallback: fallbackInType }),
    ...(reference && { reference }),
    ...(prefix !== undefined && type === 'string' && { prefix }),
    ...(minimum !== undefined && type === 'number' && { minimum }),
  };
}

/** The type after a conversion: what a collection of `any` holds is taken from the type before. */
function typeAfter(from: Type, to: Type): Type {
  if (to === 'any') return from;
  if (typeof from === 'string' || typeof to === 'string') return to;
  if ('tuple' in from && ('list' in to || 'set' in to) && elementOf(to) === 'any') {
    const element = unify(from.tuple) ?? 'any';
    return 'list' in to ? { list: element } : { set: element };
  }
  if ('object' in from && 'map' in to && to.map === 'any') {
    return { map: unify([...from.object.values()].map((attribute) => attribute.type)) ?? 'any' };
  }
  if ('list' in to) return { list: typeAfter(elementOf(from), to.list) };
  if ('set' in to) return { set: typeAfter(elementOf(from), to.set) };
  return 'map' in to && 'map' in from ? { map: typeAfter(from.map, to.map) } : to;
}

function attemptAll(values: readonly Value[], type: Type): Value[] | undefined {
  try {
    return values.map((value) => convert(value, type));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** Only what is certain from the outermost shape: a list never becomes a string, a bool never a number. */
function unconvertible(from: Type, to: Type): boolean {
  if (from === 'any' || to === 'any') return false;
  if (typeof from === 'string' && typeof to === 'string') {
    return (from === 'number' && to === 'bool') || (from === 'bool' && to === 'number');
  }
  if (typeof from === 'string' || typeof to === 'string') return true;
  if (isKeyed(from) !== isKeyed(to)) return true;
  if ('tuple' in to) return !('tuple' in from) || from.tuple.length !== to.tuple.length;
  return elementOf(from) !== 'any' && unconvertible(elementOf(from), elementOf(to));
}

function isKeyed(type: Type): boolean {
  return typeof type !== 'string' && ('map' in type || 'object' in type);
}

function convertPrimitive(value: Exclude<Value, UnknownValue>, type: 'string' | 'number' | 'bool'): Value {
  if (value.kind === type) return value;
  if (type === 'string') {
    if (value.kind === 'number') return text(numberText(value.value));
    if (value.kind === 'bool') return text(String(value.value));
  } else if (value.kind === 'string') {
    if (type === 'bool') {
      if (value.value === 'true' || value.value === '1') return bool(true);
      if (value.value === 'false' || value.value === '0') return bool(false);
    } else {
      const parsed = parseNumber(value.value);
      if (parsed) return number(parsed);
      if (/^[+-]?inf$/i.test(value.value)) throw new LimitError('a number is infinite');
    }
    throw new ExpressionError(`a ${type} is required, and this string is none`);
  }
  throw new ExpressionError(`a ${type} is required, not ${kindText(value)}`);
}

function toList(value: Value, wanted: Type): SequenceValue {
  const sequence = asSequence(value, 'list');
  if (sequence.kind === 'list' && sameElement(sequence.elementType, wanted)) return sequence;
  const { items, element } = convertItems(sequence, wanted, 'list');
  return {
    kind: 'list',
    items,
    elementType: element,
    origin: sequence.origin,
    ...(sequence.rest && { rest: sequence.rest }),
    ...(sequence.unplaced && { unplaced: sequence.unplaced }),
    ...(sequence.kind === 'set' && sequence.rest && { unplaced: sequence.rest }),
  };
}

function toSet(value: Value, wanted: Type): SequenceValue {
  const sequence = asSequence(value, 'set');
  if (sequence.kind === 'set' && sameElement(sequence.elementType, wanted)) return sequence;
  const { items, element } = convertItems(sequence, wanted, 'set');
  return makeSet(items, element, sequence.rest);
}

function sameElement(have: Type | undefined, wanted: Type): boolean {
  return have !== undefined && (wanted === 'any' || (typeof wanted === 'string' && have === wanted));
}

function asSequence(value: Value, kind: string): SequenceValue {
  if (value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple') return value;
  throw new ExpressionError(`a ${kind} is required, not ${kindText(value)}`);
}

function convertItems(
  sequence: SequenceValue,
  wanted: Type,
  kind: string,
): { items: readonly Value[]; element: Type } {
  const element = elementFor(sequence.items, wanted, kind);
  return { items: sequence.items.map((item) => convert(item, element)), element };
}

/** The element type that is wanted; for `any` the one that all parts share. */
function elementFor(parts: readonly Value[], wanted: Type, kind: string): Type {
  if (wanted !== 'any') return wanted;
  const shared = unify(parts.map(typeOf));
  if (shared === undefined) throw new ExpressionError(`all elements of a ${kind} must have the same type`);
  return shared;
}

function toTuple(value: Value, wanted: readonly Type[]): SequenceValue {
  const sequence = asSequence(value, 'tuple');
  if (sequence.kind !== 'tuple') throw new ExpressionError(`a tuple is required, not a ${sequence.kind}`);
  const open = sequence.rest;
  if (sequence.items.length > wanted.length || (!open && sequence.items.length < wanted.length)) {
    throw new ExpressionError(
      `a tuple of ${wanted.length} elements is required, not of ${sequence.items.length}`,
    );
  }
  const items = wanted.map((type, i) => {
    const item = sequence.unplaced ? unknownLike(sequence.unplaced) : sequence.items[i];
    return convert(item ?? unknownLike(open ?? { reason: 'computed-attribute' }), type);
  });
  return { kind: 'tuple', items, origin: sequence.origin };
}

function toMap(value: Value, wanted: Type): ObjectValue {
  const source = asObject(value, 'map');
  if (source.kind === 'map' && sameElement(source.elementType, wanted)) return source;
  const element = elementFor([...source.entries.values()], wanted, 'map');
  const entries = new Map<string, Value>();
  for (const [key, entry] of source.entries) entries.set(key, convertPart(entry, element, key));
  const { origin, rest, uncertain, doubt } = source;
  return {
    kind: 'map',
    entries,
    elementType: element,
    origin,
    ...(rest && { rest }),
    ...(uncertain && { uncertain }),
    ...(doubt && { doubt }),
  };
}

function toObject(value: Value, wanted: ReadonlyMap<string, AttributeType>): ObjectValue {
  const source = asObject(value, 'object');
  const entries = new Map<string, Value>();
  for (const [name, attribute] of wanted) entries.set(name, attributeOf(source, name, attribute));
  return { kind: 'object', entries, origin: source.origin };
}

function attributeOf(source: ObjectValue, name: string, attribute: AttributeType): Value {
  const entry = source.entries.get(name);
  const missing = convert(attribute.default ?? NULL, attribute.type);
  if (entry === undefined) {
    if (source.rest) return unknownLike(source.rest, attribute.type);
    if (!attribute.optional) throw new ExpressionError(`attribute "${name}" is required`);
    return missing;
  }
  const filled = entry.kind === 'null' ? missing : convertPart(entry, attribute.type, name);
  if (!source.uncertain?.has(name)) return filled;
  return joinValues([filled, missing], source.doubt ?? { reason: 'computed-attribute' });
}

function convertPart(value: Value, type: Type, name: string): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (error instanceof ExpressionError) throw new ExpressionError(`attribute "${name}": ${error.message}`);
    throw error;
  }
}

function asObject(value: Value, kind: string): ObjectValue {
  if (value.kind === 'object' || value.kind === 'map') return value;
  throw new ExpressionError(`a ${kind} is required, not ${kindText(value)}`);
}
