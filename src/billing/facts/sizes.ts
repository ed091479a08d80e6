import { itemsOf, nodeAt } from '../../config/yaml/access.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { skusIn } from './skus.ts';
import { placeIn, placeOf, subjectOf, type Subject } from './subject.ts';

/** How much there is of something in a file: more than people can oversee is where mistakes hide. */
export interface Size extends Subject {
  readonly what: 'skus' | 'discounts' | 'tiers';
  readonly count: number;
  /** The SKU whose tiers are counted; null for the others. */
  readonly sku: string | null;
  readonly source: SourceRange;
}

/** How many SKUs, discounts, and tiers of each SKU a profile or rate card has. */
export function sizesOf(document: BillingDocument): readonly Size[] {
  const subject = subjectOf(document);
  const lists = (['skus', 'discounts'] as const).map((what) => {
    const count = itemsOf(nodeAt(document.root, what)).length;
    return { ...subject, what, count, sku: null, source: placeIn(document, what) };
  });
  const tiers = skusIn(document).map((sku) => {
    const [what, count] = ['tiers' as const, sku.tiers.length];
    return { ...subject, what, count, sku: sku.id, source: placeOf(nodeAt(sku.node, 'id') ?? sku.node) };
  });
  return [...lists, ...tiers].filter(({ count }) => count > 0);
}
