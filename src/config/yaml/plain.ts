import type { DocumentNode } from '../../model/node.ts';

/**
 * The plain value of a node, as `JSON.parse` would give it. Numbers lose their digits as written: take
 * a scalar's `text` for money. Objects have no prototype, so that a key `__proto__` is only a key.
 */
export function toPlain(node: DocumentNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toPlain);
  const plain = Object.create(null) as Record<string, unknown>;
  for (const entry of node.entries) plain[entry.key] = toPlain(entry.value);
  return plain;
}
