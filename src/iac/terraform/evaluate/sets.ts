import { byCodePoint } from '../../../lib/order.ts';
import type { SequenceValue, Type, Unknownness, Value } from '../../../model/value.ts';
import { canonicalText } from './canonical.ts';
import { unknownness } from './make.ts';
import { isWhollyKnown, traits } from './traits.ts';

/**
 * A set of items that already have the element type: without duplicates, in Terraform's order (strings by byte,
 * numbers by size). Items that are not known may be equal to others: they count as `rest`.
 */
export function makeSet(items: readonly Value[], elementType: Type, rest?: Unknownness): SequenceValue {
  const seen = new Map<string, Value>();
  let open = rest;
  for (const item of items) {
    const unknown = traits(item).unknown;
    if (unknown !== undefined) open ??= unknownness(unknown);
    const key = unknown === undefined ? canonicalText(item) : `?${seen.size}`;
    if (item.kind === 'unknown') continue;
    if (!seen.has(key)) seen.set(key, item);
  }
  const sorted = [...seen].sort(([a, x], [b, y]) => compareItems(x, y) || byCodePoint(a, b));
  const sensitive = items.some((item) => traits(item).sensitive);
  return {
    kind: 'set',
    items: sorted.map(([, item]) => item),
    elementType,
    origin: [],
    ...(open !== undefined && { rest: open }),
    ...(sensitive && { sensitive: true }),
  };
}

/** The items without later duplicates, in their order; items that are not known are kept out. */
export function distinctItems(items: readonly Value[]): Value[] {
  const seen = new Map<string, Value>();
  for (const item of items) {
    if (!isWhollyKnown(item)) continue;
    const key = canonicalText(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

function compareItems(a: Value, b: Value): number {
  if (a.kind === 'number' && b.kind === 'number') return a.value.cmp(b.value);
  if (a.kind === 'string' && b.kind === 'string') return byCodePoint(a.value, b.value);
  return 0;
}
