import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** A quantity is promised of what is sold by it: a flat price is the same for any quantity. Asked where the SKUs are known. */
export function checkCommitments(root: DocumentNode): Diagnostic[] {
  const skus = itemsOf(nodeAt(root, 'skus'));
  const flat = new Set(
    skus
      .filter((sku) => textOf(nodeAt(sku, 'price', 'model')) === 'flat')
      .map((sku) => textOf(nodeAt(sku, 'id'))),
  );
  if (flat.size === 0) return [];
  return itemsOf(nodeAt(root, 'commitments'))
    .filter((commitment) => textOf(nodeAt(commitment, 'type')) === 'quantity')
    .flatMap((commitment) => {
      const named = nodeAt(commitment, 'skus');
      if (named === undefined) return flat.size === skus.length ? [refused(commitment)] : [];
      return itemsOf(named)
        .filter((id) => flat.has(textOf(id)))
        .map((id) => refused(id, textOf(id)));
    });
}

function refused(node: DocumentNode, sku?: string): Diagnostic {
  const what = sku === undefined ? 'every SKU' : quoted(sku);
  const message = `A quantity is promised, and the price of ${what} is flat: it is the same for any quantity.`;
  const hint = 'Promise an amount with type minSpend, or name SKUs that are sold by quantity.';
  return errorAt(node.span, 'commitment-without-quantity', message, hint);
}
