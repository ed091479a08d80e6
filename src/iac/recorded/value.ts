import { decimal } from '../../lib/decimal.ts';
import { isJsonObject } from '../../lib/json.ts';
import type { Json } from '../../lib/json.ts';
import { Assumption } from '../../model/source.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { Unknownness, Value } from '../../model/value.ts';
import { bool, NULL, text, unknown } from '../terraform/evaluate/make.ts';
import { markSensitive } from '../terraform/evaluate/marks.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import { RecordedEntries } from './entries.ts';

/** A value as a plan or a state holds it, with what is said of its parts in its own shape. */
export interface Recorded {
  readonly data: Json | undefined;
  /** `true` stands where a value is not known yet. */
  readonly unknown: Json | undefined;
  /** `true` stands where a value is secret. */
  readonly sensitive: Json | undefined;
  /** Which arguments and blocks are written, where it is known; without it all unknown ones count as written. */
  readonly written?: Written | undefined;
  /** What the expression of it names, where a plan tells. */
  readonly references?: readonly string[] | undefined;
  /** What the configuration gives for the same, where it was read. */
  readonly hint?: Value | undefined;
  /** The type of resource whose attributes these are: some types have secrets of their own. */
  readonly type?: string;
  /** Path of it, to name what is unknown. */
  readonly path: string;
  /** Keys that are told elsewhere: those of tags with the provider's defaults in them. */
  readonly hidden?: readonly string[];
}

/**
 * Names of written arguments with what they refer to, and what is written in nested blocks, of which there are `count`.
 * Blocks that a dynamic block makes are in neither: no plan tells of them.
 */
export interface Written {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, { readonly written: Written; readonly count: number }>;
}

/**
 * The value of recorded data. Parts are made when they are asked for: a large plan holds millions. What is unknown is taken
 * from the configuration where that says more, such as the keys of a map with one unknown value; places come from there too.
 */
export function recordedValue(recorded: Recorded): Value {
  const { data, sensitive, hint } = recorded;
  if (recorded.unknown === true) return marked(unknownValue(recorded), sensitive === true);
  const origin = placesOf(hint);
  if (data === undefined || data === null) return NULL;
  return marked(knownValue(recorded, data, origin), sensitive === true);
}

function knownValue(recorded: Recorded, data: NonNullable<Json>, origin: readonly SourceSpan[]): Value {
  if (typeof data === 'string') return text(data, origin);
  if (typeof data === 'boolean') return bool(data, origin);
  if (typeof data === 'number') return numberValue(data, recorded.path, origin);
  if (isJsonObject(data)) return { kind: 'object', entries: new RecordedEntries(recorded, data), origin };
  const items = data.map((item, index) => recordedValue(itemOf(recorded, item, index)));
  return { kind: 'tuple', items, origin };
}

function itemOf(recorded: Recorded, data: Json, index: number): Recorded {
  const { hint } = recorded;
  return {
    data,
    unknown: partAt(recorded.unknown, index),
    sensitive: partAt(recorded.sensitive, index),
    written: recorded.written,
    references: recorded.references,
    hint: hint !== undefined && 'items' in hint && hint.rest === undefined ? hint.items[index] : undefined,
    path: `${recorded.path}[${index}]`,
  };
}

/** The part of a mark at a key or index; a mark that holds for all holds for each. */
export function partAt(mark: Json | undefined, key: string | number): Json | undefined {
  if (typeof mark !== 'object' || mark === null) return mark;
  if (Array.isArray(mark)) return typeof key === 'number' ? (mark as readonly Json[])[key] : undefined;
  return isJsonObject(mark) && Object.hasOwn(mark, key) ? mark[key] : undefined;
}

/** JSON numbers arrive as doubles: what they cannot hold is not known, rather than another number. See `parseRecorded`. */
function numberValue(data: number, path: string, origin: readonly SourceSpan[]): Value {
  if (!Number.isFinite(data) || (Number.isInteger(data) && !Number.isSafeInteger(data)))
    return unknown('evaluation-limit', { detail: path, origin });
  return { kind: 'number', value: decimal(String(data)), origin };
}

function unknownValue({ hint, references, path }: Recorded): Value {
  if (hint !== undefined && hint.kind !== 'null' && traits(hint).unknown !== undefined) return hint;
  const [reference] = references ?? [];
  return unknown(reasonOf(reference), { detail: reference ?? path, origin: placesOf(hint) });
}

function reasonOf(reference: string | undefined): Unknownness['reason'] {
  return reference?.startsWith('data.') === true ? 'data-source' : 'computed-attribute';
}

/** Where the configuration writes a value. What it assumes is not assumed here. */
function placesOf(hint: Value | undefined): readonly SourceSpan[] {
  const origin = hint?.origin ?? [];
  return origin.some(isAssumption) ? origin.filter((span) => !isAssumption(span)) : origin;
}

function isAssumption({ source }: SourceSpan): boolean {
  return source instanceof Assumption;
}

function marked(value: Value, isSensitive: boolean): Value {
  return isSensitive ? markSensitive(value) : value;
}
