import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { BillingDocument } from '../document.ts';

/** A SKU as it stands in a profile or a rate card. */
export interface WrittenSku {
  readonly id: string;
  readonly node: DocumentNode;
  /** Empty when it is not given. */
  readonly model: string;
  readonly tiers: readonly DocumentNode[];
}

/** The SKUs that are written in a file itself, in its order. */
export function skusIn({ root }: BillingDocument): readonly WrittenSku[] {
  return itemsOf(nodeAt(root, 'skus')).map((node) => {
    const price = nodeAt(node, 'price');
    return {
      id: textOf(nodeAt(node, 'id')) ?? '',
      node,
      model: textOf(nodeAt(price, 'model')) ?? '',
      tiers: itemsOf(nodeAt(price, 'tiers')),
    };
  });
}
