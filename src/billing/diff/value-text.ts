import { byCodePoint } from '../../lib/order.ts';
import type { DocumentNode, MappingEntry } from '../../model/node.ts';
import { withoutPersonalData } from '../check/personal-data.ts';
import { compactText } from '../compact.ts';

/** A longer text is cut. */
const MOST_SCALAR = 200;
/** An item of a list that is longer as a whole loses what is least worth knowing. */
const MOST_TEXT = 1000;
const MOST_ITEMS = 12;

/** What a whole item comes to stands first, and last what nothing is rated by. */
const FIRST = new Set(['price', 'type', 'value', 'amount', 'percent']);
const LAST = /^(?:name|description|labels|externalIds|x-.*)$/;

/**
 * A value as a difference says it: a plain text, or JSON with sorted keys. Of what is very long it is the beginning, with the money in it.
 * Personal data is masked.
 */
export function valueText(node: DocumentNode): string {
  if (node.kind === 'scalar' && node.value !== null) return cut(withoutPersonalData(node.text), MOST_SCALAR);
  const text = withoutPersonalData(compactText(node));
  return text.length <= MOST_TEXT ? text : cut(withoutPersonalData(shortText(node)), MOST_TEXT);
}

/** JSON of the first items of lists and the begin of texts, which is JSON still. */
function shortText(node: DocumentNode): string {
  if (node.kind === 'scalar')
    return typeof node.value === 'string'
      ? JSON.stringify(cut(node.value, MOST_SCALAR))
      : node.text || 'null';
  if (node.kind === 'sequence') {
    const items = node.items.slice(0, MOST_ITEMS).map(shortText);
    const left = node.items.length - items.length;
    return `[${[...items, ...(left > 0 ? [`"… ${left} more"`] : [])].join(',')}]`;
  }
  const entries = [...node.entries].sort((a, b) => rank(a) - rank(b) || byCodePoint(a.key, b.key));
  return `{${entries.map(({ key, value }) => `${JSON.stringify(key)}:${shortText(value)}`).join(',')}}`;
}

function rank({ key }: MappingEntry): number {
  return FIRST.has(key) ? 0 : LAST.test(key) ? 2 : 1;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
