import type { UnknownValue, Value } from '../../../../model/value.ts';
import { sortedEntries } from '../canonical.ts';
import { numberText } from '../numbers.ts';

/**
 * A value in short, with what is not known: `?` unknown, `?(a|b)` candidates, `?~a` fallback, `?"ab…"` prefix, `?>=1`
 * minimum; `…` more elements, `~[` no certain order, `k?` a key that may be missing, `!` sensitive.
 */
export function sketch(value: Value): string {
  return (value.sensitive ? '!' : '') + sketchOpenly(value);
}

function sketchOpenly(value: Value): string {
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
      return sketchUnknown(value);
    case 'list':
    case 'set':
    case 'tuple': {
      const parts = value.items.map(sketch);
      if (value.rest) parts.push('…');
      return `${value.unplaced ? '~' : ''}[${parts.join(',')}]`;
    }
    default: {
      const parts = sortedEntries(value.entries).map(
        ([key, entry]) => `${key}${value.uncertain?.has(key) ? '?' : ''}:${sketch(entry)}`,
      );
      if (value.rest) parts.push('…');
      return `{${parts.join(',')}}`;
    }
  }
}

function sketchUnknown(value: UnknownValue): string {
  if (value.candidates) return `?(${value.candidates.map(sketch).join('|')})`;
  if (value.fallback) return `?~${sketch(value.fallback)}`;
  if (value.prefix !== undefined) return `?"${value.prefix}…"`;
  return value.minimum ? `?>=${numberText(value.minimum)}` : '?';
}
