import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { skusIn } from './skus.ts';
import { placeOf, subjectOf, type Subject } from './subject.ts';

/** Who earns what a SKU brings. */
export interface SkuCenter extends Subject {
  readonly sku: string;
  /** Null: it names none. */
  readonly center: string | null;
  /** Centers that SKUs of the same id in other files name, sorted; the first 20. */
  readonly others: readonly string[];
  /** Some SKU of the repository names one. */
  readonly inUse: boolean;
  readonly source: SourceRange;
}

/** So many other centers of one SKU are named. */
const MOST_OTHERS = 20;

/** The files that name a profit center for SKUs of one id, by center in order. */
type Named = ReadonlyMap<string, ReadonlySet<BillingDocument>>;

/** The profit centers of the SKUs in touched files; none where no SKU of the repository names one. */
export function skuCenters(
  documents: readonly BillingDocument[],
  touched: readonly BillingDocument[],
): readonly SkuCenter[] {
  const bySku = centersBySku(documents);
  if (bySku.size === 0) return [];
  return touched.flatMap((document) =>
    skusIn(document).map(({ id, node }) => {
      const others = othersOf(bySku.get(id), document);
      const source = placeOf(nodeAt(node, 'profitCenter') ?? nodeAt(node, 'id') ?? node);
      return { ...subjectOf(document), sku: id, center: centerOf(node), others, inUse: true, source };
    }),
  );
}

function centersBySku(documents: readonly BillingDocument[]): ReadonlyMap<string, Named> {
  const found = new Map<string, Map<string, Set<BillingDocument>>>();
  for (const document of documents)
    for (const { id, node } of skusIn(document)) {
      const center = centerOf(node);
      if (center === null) continue;
      const named = found.get(id) ?? new Map<string, Set<BillingDocument>>();
      found.set(id, named);
      named.set(center, (named.get(center) ?? new Set()).add(document));
    }
  return new Map(
    [...found].map(([id, named]) => [id, new Map([...named].sort(([a], [b]) => byCodePoint(a, b)))]),
  );
}

function othersOf(named: Named | undefined, document: BillingDocument): readonly string[] {
  const others: string[] = [];
  for (const [center, files] of named ?? []) {
    if (files.size === 1 && files.has(document)) continue;
    if (others.push(center) === MOST_OTHERS) break;
  }
  return others;
}

function centerOf(node: Parameters<typeof nodeAt>[0]): string | null {
  return textOf(nodeAt(node, 'profitCenter')) ?? null;
}
