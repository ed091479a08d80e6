import type { Simulation } from '../../../model/billing/simulation.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { moneyFigure, plainFigure, type Figure } from '../figure.ts';
import { subjectOf, type Subject } from '../subject.ts';

/** A SKU whose free quantity rises above what anybody has used of it. */
export interface FreedSku extends Subject {
  readonly sku: string;
  readonly free: { readonly base: Figure; readonly head: Figure };
  /** What the recorded usage brought before. */
  readonly revenue: Figure;
  readonly source: SourceRange;
}

/** The SKUs that recorded usage was paid for, and that nobody pays any more since all of it is free; empty without usage. */
export function freedSkus(
  simulation: Simulation | null,
  { base, head }: Readonly<Record<'base' | 'head', Catalogue>>,
): readonly FreedSku[] {
  if (simulation === null || !simulation.replayed) return [];
  const skuOf = ({ profiles }: Catalogue, profile: string, id: string) => {
    const found = profiles.find(({ terms }) => terms.id === profile);
    return found?.terms.skus.find((sku) => sku.id === id);
  };
  return simulation.totals.flatMap(({ currency, skus }) =>
    skus.flatMap(({ sku, kind, profile, revenue }): FreedSku[] => {
      const [old, now] = [skuOf(base, profile, sku), skuOf(head, profile, sku)];
      const resolved = head.profiles.find(({ terms }) => terms.id === profile);
      if (kind !== 'usage' || old === undefined || now === undefined || resolved === undefined) return [];
      if (revenue.base?.gt('0') !== true || revenue.head?.eq('0') !== true) return [];
      if (!now.freeQuantity.gt(old.freeQuantity)) return [];
      return [
        {
          ...subjectOf({ kind: 'BillingProfile', id: profile }),
          sku,
          free: { base: plainFigure(old.freeQuantity), head: plainFigure(now.freeQuantity) },
          revenue: moneyFigure(revenue.base, currency),
          source: resolved.place(`skus[${sku}].freeQuantity`),
        },
      ];
    }),
  );
}
