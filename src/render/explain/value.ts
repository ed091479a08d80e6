import type { Value } from '../../model/value.ts';

/** What can be said of a value as a whole. `partial`: a list of which some items are not known or not shown. */
export function stateOf(value: Value): 'known' | 'partial' | 'unknown' | 'sensitive' {
  if (value.sensitive === true) return 'sensitive';
  if (value.kind === 'unknown') return 'unknown';
  if ('entries' in value) return value.entries.size === 0 && value.rest === undefined ? 'known' : 'partial';
  if (!('items' in value)) return 'known';
  const isWhole = value.rest === undefined && value.unplaced === undefined;
  return isWhole && value.items.every((item) => stateOf(item) === 'known') ? 'known' : 'partial';
}

/** A known value as JSON: numbers are strings, so that none loses a digit. */
export function knownJson(value: Value): unknown {
  switch (value.kind) {
    case 'null':
    case 'unknown':
      return null;
    case 'bool':
    case 'string':
      return value.value;
    case 'number':
      return value.value.toFixed();
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.map(knownJson);
    case 'object':
    case 'map':
      return {};
  }
}
