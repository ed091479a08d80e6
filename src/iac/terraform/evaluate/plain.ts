import type { UnknownReason, Value } from '../../../model/value.ts';
import { sortedEntries } from './canonical.ts';
import { numberText } from './numbers.ts';

/** Stands for a value that the sources do not tell. */
export interface UnknownMarker {
  readonly $unknown: UnknownReason;
  readonly detail?: string;
  readonly candidates?: readonly Plain[];
}

/** Stands for a value that must not be shown. */
export interface SensitiveMarker {
  readonly $sensitive: true;
}

/** JSON-able data. Numbers that a JavaScript number cannot hold exactly are strings. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | UnknownMarker
  | SensitiveMarker;

/**
 * The value as JSON-able data for display and for policy input. Unknown parts become `{"$unknown": reason}`,
 * sensitive parts `{"$sensitive": true}`; a collection with more parts than are known carries `$rest`: as a
 * key of an object, as the last element of a list. Keys are sorted by code point.
 */
export function toPlain(value: Value): Plain {
  if (value.sensitive) return { $sensitive: true };
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'string':
      return value.value;
    case 'number': {
      const exact = numberText(value.value);
      return String(Number(exact)) === exact ? Number(exact) : exact;
    }
    case 'unknown':
      return {
        $unknown: value.reason,
        ...(value.detail !== undefined && { detail: value.detail }),
        ...(value.candidates && { candidates: value.candidates.map(toPlain) }),
      };
    case 'list':
    case 'set':
    case 'tuple':
      return [...value.items.map(toPlain), ...(value.rest ? [{ $rest: value.rest.reason }] : [])];
    case 'map':
    case 'object': {
      const plain = sortedEntries(value.entries).map(([key, entry]) => {
        const shown = toPlain(entry);
        return [key, value.uncertain?.has(key) ? { $maybe: shown } : shown] as const;
      });
      if (value.rest) plain.push(['$rest', value.rest.reason]);
      return Object.fromEntries(plain);
    }
  }
}
