import { type Decimal, isZero, ZERO } from '../../../lib/decimal.ts';
import type { CurrencyTotals, Simulation } from '../../../model/billing/simulation.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import { percentOf } from '../../simulate/sides.ts';
import { moneyFigure, percentFigure, plainFigure, type Figure } from '../figure.ts';
import { placeIn } from '../subject.ts';

/** What recorded usage brings in one currency on both sides. */
export interface RevenueTotal {
  readonly currency: string;
  /** Without those who pay in another currency then. */
  readonly revenue: { readonly delta: Figure | null; readonly percent: Figure | null };
  /** What those have paid who pay in another currency then, in percent of all; null where nobody does. */
  readonly moved: Figure | null;
  /** Discounts in percent of what would be billed without them, and by how many points the share rises; null where it is not known. */
  readonly discounted: {
    readonly base: Figure | null;
    readonly head: Figure | null;
    readonly rise: Figure | null;
  };
  /** Of the version of the touched profile that loses most; null when no profile is touched that has the currency. */
  readonly source: SourceRange | null;
}

/** The totals of a replay, by currency; empty without usage. */
export function revenueTotals(
  simulation: Simulation | null,
  touched: readonly BillingDocument[],
): readonly RevenueTotal[] {
  if (simulation === null || !simulation.replayed) return [];
  return simulation.totals.map((total) => {
    const { currency, compared } = total;
    const [base, head] = [discountShare(total, 'base'), discountShare(total, 'head')];
    return {
      currency,
      revenue: {
        delta: compared.delta && moneyFigure(compared.delta, currency),
        percent: compared.percent && percentFigure(compared.percent),
      },
      moved: movedShare(total),
      discounted: {
        base: base && percentFigure(base),
        head: head && percentFigure(head),
        rise: base && head && pointsFigure(head.minus(base)),
      },
      source: placeOfLoss(simulation, currency, touched),
    };
  });
}

function movedShare({ revenue, moved }: CurrencyTotals): Figure | null {
  const share = isZero(moved) || revenue.base === null ? null : percentOf(moved, revenue.base);
  return share && percentFigure(share);
}

function placeOfLoss(
  { profiles }: Simulation,
  currency: string,
  touched: readonly BillingDocument[],
): SourceRange | null {
  const deltas = touched.flatMap((document) => {
    const impact = profiles.find(({ id }) => document.kind === 'BillingProfile' && id === document.id);
    return impact?.currency === currency ? [{ document, delta: impact.revenue.delta ?? ZERO }] : [];
  });
  const [worst] = deltas.sort((a, b) => a.delta.cmp(b.delta));
  return worst === undefined ? null : placeIn(worst.document, 'version');
}

function discountShare({ revenue, discounts }: CurrencyTotals, side: 'base' | 'head'): Decimal | null {
  const [net, taken] = [revenue[side], discounts[side]];
  return net === null || taken === null ? null : percentOf(taken, net.plus(taken));
}

function pointsFigure(value: Decimal): Figure {
  return { value, text: `${plainFigure(value.round(2)).text} points` };
}
