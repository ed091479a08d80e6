import { Decimal } from '../../../lib/decimal.ts';
import type { SourceSpan } from '../../../model/source.ts';
import type {
  BoolValue,
  NullValue,
  NumberValue,
  ObjectValue,
  SequenceValue,
  StringValue,
  Type,
  UnknownReason,
  UnknownValue,
  Unknownness,
  Value,
} from '../../../model/value.ts';

const NOWHERE: readonly SourceSpan[] = [];

/** The null value without a place. */
export const NULL: NullValue = { kind: 'null', origin: NOWHERE };

/** A known string. */
export function text(value: string, origin = NOWHERE): StringValue {
  return { kind: 'string', value, origin };
}

/** A known number, from a decimal or from a safe integer. */
export function number(value: Decimal | number, origin = NOWHERE): NumberValue {
  return { kind: 'number', value: typeof value === 'number' ? new Decimal(String(value)) : value, origin };
}

/** A known bool. */
export function bool(value: boolean, origin = NOWHERE): BoolValue {
  return { kind: 'bool', value, origin };
}

/** A tuple: what `[…]` gives. */
export function tuple(items: readonly Value[], origin = NOWHERE): SequenceValue {
  return { kind: 'tuple', items, origin };
}

/** A list; its items must already have the element type. */
export function list(items: readonly Value[], elementType: Type = 'any', origin = NOWHERE): SequenceValue {
  return { kind: 'list', items, elementType, origin };
}

/** An object: what `{…}` gives. */
export function object(
  entries: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>,
  origin = NOWHERE,
): ObjectValue {
  return {
    kind: 'object',
    entries: entries instanceof Map ? entries : new Map(Object.entries(entries)),
    origin,
  };
}

/** A map; its entries must already have the element type. */
export function map(
  entries: ReadonlyMap<string, Value>,
  elementType: Type = 'any',
  origin = NOWHERE,
): ObjectValue {
  return { kind: 'map', entries, elementType, origin };
}

/** A value that the sources do not tell, with the reason. */
export function unknown(
  reason: UnknownReason,
  rest: Partial<Omit<UnknownValue, 'kind' | 'reason'>> = {},
): UnknownValue {
  return { kind: 'unknown', reason, origin: NOWHERE, ...rest };
}

/** An unknown that is so for the same reason as another one. */
export function unknownLike(cause: Unknownness, type?: Type): UnknownValue {
  return {
    kind: 'unknown',
    reason: cause.reason,
    origin: NOWHERE,
    ...(cause.detail !== undefined && { detail: cause.detail }),
    ...(cause.question !== undefined && { question: cause.question }),
    ...(type !== undefined && { type }),
  };
}

/** Only what is missing of an unknown value and why, for the `rest` of a collection. */
export function unknownness({ reason, detail, question }: Unknownness): Unknownness {
  return {
    reason,
    ...(detail !== undefined && { detail }),
    ...(question !== undefined && { question }),
  };
}

/** JSON-like data: what `known` takes. Numbers must be safe integers or decimals. */
export type Data =
  null | boolean | string | number | Decimal | readonly Data[] | { readonly [key: string]: Data };

/** The value of JSON-like data: arrays become tuples, records become objects, as `jsondecode` does. */
export function known(data: Data): Value {
  if (data === null) return NULL;
  if (typeof data === 'string') return text(data);
  if (typeof data === 'boolean') return bool(data);
  if (typeof data === 'number' || data instanceof Decimal) return number(data);
  if (isArray(data)) return tuple(data.map(known));
  return object(new Map(Object.entries(data).map(([key, value]) => [key, known(value)])));
}

function isArray(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
