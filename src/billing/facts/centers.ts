import { nodeAt, textOf } from '../../config/yaml/access.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { skusIn } from './skus.ts';
import { placeOf, subjectOf, type Subject } from './subject.ts';

/** Who earns what a SKU brings. */
export interface SkuCenter extends Subject {
  readonly sku: string;
  /** Null: it names none. */
  readonly center: string | null;
  /** Centers that SKUs of the same id in other files name, sorted. */
  readonly others: readonly string[];
  /** Some SKU of the repository names one. */
  readonly inUse: boolean;
  readonly source: SourceRange;
}

/** The profit centers of the SKUs in touched files. */
export function skuCenters(
  documents: readonly BillingDocument[],
  touched: readonly BillingDocument[],
): readonly SkuCenter[] {
  const all = documents.flatMap((document) =>
    skusIn(document).map(({ id, node }) => ({ document, id, node, center: centerOf(node) })),
  );
  const inUse = all.some(({ center }) => center !== null);
  return all
    .filter(({ document }) => touched.includes(document))
    .map(({ document, id, node, center }) => {
      const same = all.filter((other) => other.id === id && other.document !== document);
      const others = [...new Set(same.flatMap((other) => other.center ?? []))].sort();
      const source = placeOf(nodeAt(node, 'profitCenter') ?? nodeAt(node, 'id') ?? node);
      return { ...subjectOf(document), sku: id, center, others, inUse, source };
    });
}

function centerOf(node: Parameters<typeof nodeAt>[0]): string | null {
  return textOf(nodeAt(node, 'profitCenter')) ?? null;
}
