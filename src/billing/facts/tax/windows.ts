import { itemsOf, nodeAt, textOf } from '../../../config/yaml/access.ts';
import { compareInstants } from '../../../lib/calendar.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { DocumentNode } from '../../../model/node.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import { placeOf, subjectOf, type Subject } from '../subject.ts';

/** Two rates of one place and category that follow each other. */
export interface TaxSuccession extends Subject {
  readonly jurisdiction: string;
  readonly category: string;
  /** End of the earlier one; null when it has none. */
  readonly ends: string | null;
  readonly begins: string;
  /** Milliseconds from that end to this begin: above 0 nothing holds between them, below both do. Null when it has no end. */
  readonly apart: number | null;
  /** Of the later one. */
  readonly source: SourceRange;
}

interface Row {
  readonly node: DocumentNode;
  readonly from: string;
  readonly to: string | null;
}

/** How the rates of a touched table follow each other, by place and category. */
export function taxSuccessions(document: BillingDocument): readonly TaxSuccession[] {
  if (document.kind !== 'TaxTable') return [];
  const groups = new Map<string, { jurisdiction: string; category: string; rows: Row[] }>();
  for (const node of itemsOf(nodeAt(document.root, 'rows'))) {
    const [jurisdiction = '', category = '', from = '', to = null] = [
      'jurisdiction',
      'category',
      'from',
      'to',
    ].map((key) => textOf(nodeAt(node, key)));
    const key = `${jurisdiction} ${category}`;
    const group = groups.get(key) ?? { jurisdiction, category, rows: [] };
    group.rows.push({ node, from, to });
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, { jurisdiction, category, rows }]) => {
      const sorted = rows.toSorted((a, b) => compareInstants(a.from, b.from));
      return sorted.slice(1).map((later, index) => {
        const ends = sorted[index]?.to ?? null;
        return {
          ...subjectOf(document),
          ...{ jurisdiction, category, ends, begins: later.from },
          apart: ends === null ? null : Date.parse(later.from) - Date.parse(ends),
          source: placeOf(later.node),
        };
      });
    });
}
