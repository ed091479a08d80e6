import { decimal } from '../../lib/decimal.ts';
import { describeUnknown } from '../../model/unknown-text.ts';
import type { ObjectValue, SequenceValue, Unknownness, Value } from '../../model/value.ts';
import { asText, clip, numberReading, type Reading, textReading, unknownReading } from './reading.ts';

/** Why a value is unknown, as a phrase that names the culprit. */
export function explainUnknown({ reason, detail }: Unknownness): string {
  return describeUnknown(detail === undefined ? { reason } : { reason, detail: clip(detail) });
}

/**
 * The value behind a path of keys; undefined when it is not given. A list with one block stands for the
 * block; of several, the result is the list of what each has, or of one when the key is its number. What may be there but is not known for sure
 * is an unknown value.
 */
export function valueAt(root: Value, path: readonly string[]): Value | undefined {
  const [key, ...rest] = path;
  if (key === undefined || root.kind === 'null' || root.kind === 'unknown') return root;
  if (isSequence(root)) return valueInBlocks(root, path);
  if (root.kind !== 'object' && root.kind !== 'map') return undefined;
  const found = root.entries.get(key);
  const doubt = found === undefined ? root.rest : uncertainty(root, key);
  if (doubt !== undefined) return { kind: 'unknown', ...doubt, origin: root.origin };
  return found === undefined ? undefined : valueAt(found, rest);
}

function valueInBlocks(list: SequenceValue, path: readonly string[]): Value | undefined {
  if (list.rest !== undefined) return { kind: 'unknown', ...list.rest, origin: list.origin };
  const [first = '', ...rest] = path;
  if (/^\d+$/.test(first)) return itemAt(list, Number(first), rest);
  const values = list.items.map((item) => valueAt(item, path));
  if (values.length <= 1) return values[0];
  const nothing: Value = { kind: 'null', origin: list.origin };
  return { kind: 'tuple', items: values.map((value) => value ?? nothing), origin: list.origin };
}

function itemAt(list: SequenceValue, index: number, path: readonly string[]): Value | undefined {
  const item = list.items[index];
  return item === undefined ? undefined : valueAt(item, path);
}

function uncertainty(object: ObjectValue, key: string): Unknownness | undefined {
  return object.uncertain?.has(key) === true ? { reason: 'unknown-repetition' } : undefined;
}

/**
 * All blocks behind a path, lists in it opened; `more` says why there may be others.
 * A path through something that is not known gives no block and a reason.
 */
export function blocksAt(
  root: Value | undefined,
  path: readonly string[],
): { blocks: Value[]; more: string | undefined } {
  let blocks = root === undefined ? [] : [root];
  let more: string | undefined;
  for (const key of path) {
    const found = blocks.map((block) => valueAt(block, [key]));
    blocks = found.flatMap((value) => {
      if (value === undefined || value.kind === 'null') return [];
      if (value.kind === 'unknown') more ??= explainUnknown(value);
      if (value.kind === 'unknown') return [];
      if (!isSequence(value)) return [value];
      if (value.rest !== undefined) more ??= explainUnknown(value.rest);
      return value.items;
    });
  }
  return { blocks, more };
}

/** A value of a definition as a reading. Sensitive values are not used: a figure would give them away. */
export function readingOf(value: Value | undefined, what: string): Reading {
  if (value === undefined || value.kind === 'null') return { kind: 'null', what };
  if (value.sensitive === true) return unknownReading(`${what} is sensitive`);
  switch (value.kind) {
    // The providers' schemas take an empty text for an argument that is not given.
    case 'string':
      return value.value === '' ? { kind: 'null', what } : textReading(value.value);
    case 'bool':
      return textReading(String(value.value));
    case 'number':
      return numberReading(value.value, what);
    case 'unknown':
      return unknownReading(`${what} is unknown: ${explainUnknown(value)}`, candidateTexts(value.candidates));
    case 'list':
    case 'set':
    case 'tuple':
      return listReading(value, what);
    default:
      return unknownReading(`${what}: expected one value`);
  }
}

/** Values that a report names. */
const MOST_CANDIDATES = 8;

/** A list whose items all say the same is that one value; else it is not known which of them holds. */
function listReading(list: SequenceValue, what: string): Reading {
  if (list.rest !== undefined) return unknownReading(`${what} is unknown: ${explainUnknown(list.rest)}`);
  const [first, ...others] = list.items.map((item) => readingOf(item, what));
  if (first === undefined) return { kind: 'null', what };
  const text = asText(first);
  if (others.every((other) => other.kind === first.kind && asText(other) === text)) return first;
  // Too many to be told are not told at all: a part of them would pass for all of them.
  const candidates = list.items.length > MOST_CANDIDATES ? undefined : candidateTexts(list.items);
  return unknownReading(`${what} has several values`, candidates);
}

/** The number of items of a list as a reading. */
export function countOf(value: Value | undefined, what: string): Reading {
  if (value === undefined || value.kind === 'null') return { kind: 'null', what };
  if (isSequence(value)) {
    return value.rest === undefined
      ? numberReading(decimal(value.items.length), what)
      : unknownReading(`${what}: ${explainUnknown(value.rest)}`);
  }
  return value.kind === 'unknown' ? readingOf(value, what) : unknownReading(`${what}: expected a list`);
}

function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple';
}

/** Texts of all candidates; undefined as soon as one is no plain text or number. */
function candidateTexts(candidates: readonly Value[] | undefined): string[] | undefined {
  const texts = candidates?.map((candidate) => {
    if (candidate.sensitive === true) return undefined;
    if (candidate.kind === 'string') return candidate.value;
    if (candidate.kind === 'bool') return String(candidate.value);
    const number = candidate.kind === 'number' ? numberReading(candidate.value, '') : undefined;
    return number?.kind === 'number' ? number.range.likely.toFixed() : undefined;
  });
  return texts?.every((text) => text !== undefined) === true ? [...new Set(texts)] : undefined;
}
