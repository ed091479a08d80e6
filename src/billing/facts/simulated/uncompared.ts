import type { Simulation } from '../../../model/billing/simulation.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { changeSource } from './change-place.ts';

/** A time in which customers have other terms than those that are compared. Instants in UTC, half-open. */
export interface UncomparedTerms {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Of what changes the first of their profiles; null when that stands in no file at head. */
  readonly source: SourceRange | null;
}

/** What the replay of a change leaves out, in order of time; empty without usage. */
export function uncomparedTerms(
  simulation: Simulation | null,
  sources: { readonly head: Catalogue; readonly now: string },
  touched: readonly BillingDocument[],
): readonly UncomparedTerms[] {
  if (simulation === null || !simulation.replayed) return [];
  return simulation.uncompared.map(({ from, to, customers, profiles: [first = ''] }) => {
    return { from, to, customers, source: changeSource(first, sources, touched).source };
  });
}
