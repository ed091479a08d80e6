import { byCodePoint } from '../lib/order.ts';
import type { DocumentNode } from '../model/node.ts';

/**
 * One line that stands for a node's content: JSON with sorted keys, and the text of numbers as it was
 * written. Equal content gives equal text, however it was quoted, ordered or commented.
 */
export function compactText(node: DocumentNode): string {
  if (node.kind === 'scalar')
    return typeof node.value === 'string' ? JSON.stringify(node.value) : node.text || 'null';
  if (node.kind === 'sequence') return `[${node.items.map(compactText).join(',')}]`;
  const entries = [...node.entries].sort((a, b) => byCodePoint(a.key, b.key));
  return `{${entries.map(({ key, value }) => `${JSON.stringify(key)}:${compactText(value)}`).join(',')}}`;
}
