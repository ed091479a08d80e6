import type { Unknownness, Value } from '../../../model/value.ts';

/** What is true of a value and of everything in it. */
export interface Traits {
  /** The first unknown part; undefined when all is known. */
  readonly unknown: Unknownness | undefined;
  /** Something in it must not be shown. */
  readonly sensitive: boolean;
  /** Rough size: text units, and 16 for each value. */
  readonly weight: number;
}

const NODE = 16;
const PLAIN: Traits = { unknown: undefined, sensitive: false, weight: NODE };
const SENSITIVE: Traits = { unknown: undefined, sensitive: true, weight: NODE };

// Collections share parts, so that a small file can describe a huge tree: each part is measured once.
const measured = new WeakMap<Value, Traits>();

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
      };
    case 'unknown':
      return { unknown: value, sensitive: value.sensitive === true, weight: NODE };
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
  if ('entries' in value) {
    if (value.uncertain !== undefined && value.uncertain.size > 0) unknown ??= value.doubt;
    for (const key of value.entries.keys()) weight += NODE + key.length;
  } else {
    unknown ??= value.unplaced;
  }
  for (const part of 'entries' in value ? value.entries.values() : value.items) {
    const inner = traits(part);
    unknown ??= inner.unknown;
    sensitive ||= inner.sensitive;
    weight += inner.weight;
  }
  const result = { unknown, sensitive, weight: Math.min(weight, Number.MAX_SAFE_INTEGER) };
  measured.set(value, result);
  return result;
}

/** True when no part of the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  return traits(value).unknown === undefined;
}
