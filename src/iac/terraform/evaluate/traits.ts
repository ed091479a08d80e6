import type { Unknownness, Value } from '../../../model/value.ts';

/** What is true of a value and of everything in it. */
export interface Traits {
  /** The first unknown part; undefined when all is known. */
  readonly unknown: Unknownness | undefined;
  /** Something in it must not be shown. */
  readonly sensitive: boolean;
  /** Rough size: text units, and 16 for each value. */
  readonly weight: number;
  /** How many values it consists of, itself included. */
  readonly values: number;
}

const NODE = 16;
const PLAIN: Traits = { unknown: undefined, sensitive: false, weight: NODE, values: 1 };
const SENSITIVE: Traits = { unknown: undefined, sensitive: true, weight: NODE, values: 1 };

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
      return value.sensitive ? SENSITIVE : PLAIN;
    case 'string':
      return {
        unknown: undefined,
        sensitive: value.sensitive === true,
        weight: NODE + value.value.length,
        values: 1,
      };
    case 'unknown':
      return { unknown: value, sensitive: value.sensitive === true, weight: NODE, values: 1 };
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
    weight += inner.weight;
    values += inner.values;
  }
  const most = Number.MAX_SAFE_INTEGER;
  const result = { unknown, sensitive, weight: Math.min(weight, most), values: Math.min(values, most) };
  if (!isSmall) measured.set(value, result);
  return result;
}

/** True when no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return traits(value).unknown === undefined;
}
