import { Assumption } from '../../../model/source.ts';
import type { Unknownness, Value } from '../../../model/value.ts';

/** What is true of a value and of everything in it. */
export interface Traits {
  /** The first unknown part; undefined when all is known. */
  readonly unknown: Unknownness | undefined;
  /** Something in it must not be shown. */
  readonly sensitive: boolean;
  /** Something in it rests on an assumption. */
  readonly assumed: boolean;
  /** Rough size: text units, and 16 for each value. */
  readonly weight: number;
  /** How many values it consists of, itself included. */
  readonly values: number;
}

const NODE = 16;
const PLAIN: Traits = { unknown: undefined, sensitive: false, assumed: false, weight: NODE, values: 1 };

// Collections share parts, so that a small file can describe a huge tree: each part is measured once. Small ones
// without collections in them are as quickly measured again, and most: remembering them takes much memory.
const measured = new WeakMap<Value, Traits>();
const SMALL = 16;

/** Deep facts of a value, found in time linear in its distinct parts. */
export function traits(value: Value): Traits {
  switch (value.kind) {
    case 'null':
    case 'bool':
    case 'number':
      return value.sensitive === true || isAssumed(value)
        ? { ...PLAIN, sensitive: value.sensitive === true, assumed: isAssumed(value) }
        : PLAIN;
    case 'string':
      return {
        unknown: undefined,
        sensitive: value.sensitive === true,
        assumed: isAssumed(value),
        weight: NODE + value.value.length,
        values: 1,
      };
    case 'unknown':
      return { ...PLAIN, unknown: value, sensitive: value.sensitive === true, assumed: isAssumed(value) };
    default:
      return measureCollection(value);
  }
}

function measureCollection(
  value: Exclude<Value, { kind: 'null' | 'bool' | 'number' | 'string' | 'unknown' }>,
): Traits {
  const before = measured.get(value);
  if (before) return before;
  let unknown: Unknownness | undefined = value.rest;
  let sensitive = value.sensitive === true;
  let assumed = isAssumed(value);
  let weight = NODE;
  let values = 1;
  if ('entries' in value) {
    if (value.uncertain !== undefined && value.uncertain.size > 0) unknown ??= value.doubt;
    for (const key of value.entries.keys()) weight += NODE + key.length;
  } else {
    unknown ??= value.unplaced;
  }
  const parts = 'entries' in value ? value.entries : value.items;
  let isSmall = ('size' in parts ? parts.size : parts.length) <= SMALL;
  for (const part of parts.values()) {
    isSmall &&= !('entries' in part || 'items' in part);
    const inner = traits(part);
    unknown ??= inner.unknown;
    sensitive ||= inner.sensitive;
    assumed ||= inner.assumed;
    weight += inner.weight;
    values += inner.values;
  }
  const most = Number.MAX_SAFE_INTEGER;
  const result: Traits = {
    ...{ unknown, sensitive, assumed },
    weight: Math.min(weight, most),
    values: Math.min(values, most),
  };
  if (!isSmall) measured.set(value, result);
  return result;
}

function isAssumed({ origin }: Value): boolean {
  for (const { source } of origin) if (source instanceof Assumption) return true;
  return false;
}

/** True when no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return traits(value).unknown === undefined;
}
