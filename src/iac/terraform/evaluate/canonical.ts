import { byCodePoint } from '../../../lib/order.ts';
import type { Value } from '../../../model/value.ts';
import { numberText } from './numbers.ts';

/**
 * A text that two wholly known values share exactly when they are equal in value and kind.
 * For comparison only: it may hold sensitive text and must not be shown.
 */
export function canonicalText(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return numberText(value.value);
    case 'string':
      return JSON.stringify(value.value);
    case 'unknown':
      return '?';
    case 'list':
    case 'tuple':
    case 'set':
      return `${value.kind}[${value.items.map(canonicalText).join(',')}]`;
    case 'map':
    case 'object':
      return `${value.kind}{${sortedEntries(value.entries)
        .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalText(entry)}`)
        .join(',')}}`;
  }
}

/** Entries in the order of iteration: keys by code point. */
export function sortedEntries(entries: ReadonlyMap<string, Value>): [string, Value][] {
  const all = [...entries];
  const sorted = all.every(([key], i) => i === 0 || byCodePoint(all[i - 1]?.[0] ?? '', key) <= 0);
  return sorted ? all : all.sort(([a], [b]) => byCodePoint(a, b));
}
