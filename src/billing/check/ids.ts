import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import { itemKey } from '../item-key.ts';

/** Lists whose items are compared by a key, so that two with the same key could not be told apart. */
const KEYED = [
  'skus',
  'discounts',
  'commitments',
  'allocation',
  'revenueShare',
  'bindings',
  'rows',
  'rates',
  'lines',
];

/** No two items of a list have the same id, or what stands for one. */
export function checkIds(root: DocumentNode): Diagnostic[] {
  return KEYED.flatMap((name) => {
    const seen = new Set<string>();
    return itemsOf(nodeAt(root, name)).flatMap((item) => {
      const key = itemKey(name, item);
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const at = nodeAt(item, 'id') ?? item;
      const message = `${quoted(textOf(nodeAt(item, 'id')) ?? key)} is in "${name}" twice.`;
      return [errorAt(at.span, 'duplicate-id', message, 'Give each its own.')];
    });
  });
}
