import type { ObjectValue, SequenceValue, Type, UnknownValue, Value } from '../../../model/value.ts';
import { convert } from './convert.ts';
import { distribute } from './distribute.ts';
import { ExpressionError } from './failure.ts';
import { joinValues, MAX_CANDIDATES } from './join.ts';
import { unknownLike, unknownness } from './make.ts';
import { markIf } from './marks.ts';
import { numberText, parseNumber, wholeNumber } from './numbers.ts';
import { throughCollection } from './origin.ts';
import { kindText } from './type-of.ts';

/**
 * `value.name`. A key that a partly known object may have is unknown for the object's reason; a key that a wholly
 * known one lacks is an error. Throws an ExpressionError.
 */
export function getAttribute(value: Value, name: string): Value {
  if (value.kind === 'object' || value.kind === 'map') return markIf(getKey(value, name), value.sensitive);
  if (value.kind === 'unknown') {
    return (
      distribute([value], value, ([candidate]) => getAttribute(candidate ?? value, name)) ??
      partOfUnknown(value, attributeType(value.type ?? 'any', name))
    );
  }
  if (value.kind === 'null')
    throw new ExpressionError(`this value is null, so it has no attribute "${name}"`);
  throw new ExpressionError(`${kindText(value)} has no attributes, so "${name}" cannot be read from it`);
}

/** `value[key]` with whatever key. Throws an ExpressionError. */
export function getIndex(value: Value, key: Value): Value {
  const sensitive = value.sensitive ?? key.sensitive;
  if (key.kind === 'unknown') {
    const all = distribute([key], key, ([candidate]) => getIndex(value, candidate ?? key));
    return all ?? markIf(oneOf(value, key) ?? unknownLike(key, anyElement(value)), sensitive);
  }
  if (value.kind === 'unknown') {
    const all = distribute([value], value, ([candidate]) => getIndex(candidate ?? value, key));
    return all ?? markIf(partOfUnknown(value, indexedType(value.type ?? 'any', key)), sensitive);
  }
  return markIf(getKnownIndex(value, key), sensitive);
}

function getKnownIndex(value: Exclude<Value, UnknownValue>, key: Exclude<Value, UnknownValue>): Value {
  if (key.kind === 'null') throw new ExpressionError('an index must not be null');
  if (value.kind === 'object' || value.kind === 'map') {
    if (key.kind === 'string') return getKey(value, key.value, key.sensitive);
    if (key.kind === 'number') return getKey(value, numberText(key.value), key.sensitive);
    if (key.kind === 'bool') return getKey(value, String(key.value), key.sensitive);
    throw new ExpressionError(`an object is indexed by a string, not by ${kindText(key)}`);
  }
  if (value.kind === 'list' || value.kind === 'tuple') return getItem(value, key);
  if (value.kind === 'set') throw new ExpressionError('a set has no indexes: convert it with tolist() first');
  throw new ExpressionError(`${kindText(value)} cannot be indexed`);
}

function getKey(value: ObjectValue, key: string, secretKey = false): Value {
  const entry = value.entries.get(key);
  if (entry && value.uncertain?.has(key)) {
    return { ...unknownLike(value.doubt ?? value.rest ?? { reason: 'computed-attribute' }), fallback: entry };
  }
  if (entry) return throughCollection(value, entry);
  if (value.rest) return unknownLike(value.rest, value.kind === 'map' ? value.elementType : undefined);
  const name = secretKey ? 'with the given key' : JSON.stringify(key);
  throw new ExpressionError(
    `this ${value.kind} has no ${value.kind === 'map' ? 'element' : 'attribute'} ${name}`,
  );
}

function getItem(value: SequenceValue, key: Value): Value {
  const position =
    key.kind === 'string' ? parseNumber(key.value) : key.kind === 'number' ? key.value : undefined;
  if (!position) throw new ExpressionError(`a ${value.kind} is indexed by a number, not by ${kindText(key)}`);
  const at = wholeNumber(position, 'an index');
  if (at < 0) throw new ExpressionError('an index must not be negative');
  if (at >= value.items.length) {
    if (value.rest) return unknownLike(value.rest, value.elementType);
    throw new ExpressionError(
      `index ${at} is out of range: the ${value.kind} has ${value.items.length} elements`,
    );
  }
  if (value.unplaced) return unknownLike(value.unplaced, value.elementType);
  const item = value.items[at];
  return item ? throughCollection(value, item) : unknownLike(value.rest ?? { reason: 'computed-attribute' });
}

function partOfUnknown(value: UnknownValue, type: Type): Value {
  return markIf(unknownLike(unknownness(value), type === 'any' ? undefined : type), value.sensitive);
}

/** The type of an attribute; `any` when it cannot be told, an ExpressionError when there is none for certain. */
function attributeType(type: Type, name: string): Type {
  if (type === 'any') return type;
  if (typeof type === 'string') throw new ExpressionError(`a ${type} has no attributes or elements`);
  if ('map' in type) return type.map;
  const found = 'object' in type ? type.object.get(name)?.type : undefined;
  if (found === undefined) throw new ExpressionError(`there is no attribute ${JSON.stringify(name)}`);
  return found;
}

/** The type of an element, as `attributeType`. */
function indexedType(type: Type, key: Exclude<Value, UnknownValue>): Type {
  if (typeof type === 'string' || 'map' in type || 'object' in type) {
    const name = convert(key, 'string');
    return attributeType(type, name.kind === 'string' ? name.value : '');
  }
  if ('set' in type) throw new ExpressionError('a set has no indexes: convert it with tolist() first');
  const position = convert(key, 'number');
  if (position.kind !== 'number') throw new ExpressionError('an index must not be null');
  if ('list' in type) return type.list;
  const found = type.tuple[wholeNumber(position.value, 'an index')];
  if (found === undefined) throw new ExpressionError('the index is out of range');
  return found;
}

/** What is known of an element under a key that is not: all elements are told when they are few. */
function oneOf(value: Value, key: UnknownValue): Value | undefined {
  if (!('entries' in value) || value.rest !== undefined || value.entries.size > MAX_CANDIDATES)
    return undefined;
  const elements = [...value.entries.values()];
  if (!elements.every(isPlain)) return undefined;
  const joined = joinValues(elements, unknownness(key));
  const type = anyElement(value);
  // Though all elements are the same, there may be none under the key.
  return joined.kind === 'unknown' ? { ...(type !== undefined && { type }), ...joined } : undefined;
}

function isPlain({ kind }: Value): boolean {
  return kind === 'string' || kind === 'number' || kind === 'bool';
}

/** The element type that all indexes share, where the collection has one. */
function anyElement(value: Value): Type | undefined {
  if (value.kind === 'list' || value.kind === 'map') return value.elementType;
  return value.kind === 'unknown' && value.type !== undefined && typeof value.type !== 'string'
    ? collectionElement(value.type)
    : undefined;
}

function collectionElement(type: Exclude<Type, string>): Type | undefined {
  if ('list' in type) return type.list;
  return 'map' in type ? type.map : undefined;
}
