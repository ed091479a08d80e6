import { amountAt } from '../../../config/yaml/access.ts';
import type { Decimal } from '../../../lib/decimal.ts';
import type { CustomerDelta, ProfileImpact, Sides, Simulation } from '../../../model/billing/simulation.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import { leadDaysOf } from '../../diff/dates.ts';
import { percentOf } from '../../simulate/sides.ts';
import { moneyFigure, percentFigure, type Figure } from '../figure.ts';
import { placeIn, subjectOf, type Subject } from '../subject.ts';

/** What a customer pays more or less, in percent. */
export interface CustomerImpact {
  /** As the report shows the customer. */
  readonly customer: string;
  readonly percent: Figure;
}

/** What the change of a profile does to those who have it, by recorded usage. */
export interface Impact extends Subject {
  readonly currency: string;
  readonly revenue: {
    readonly head: Figure | null;
    readonly delta: Figure | null;
    readonly percent: Figure | null;
  };
  /** Contribution margin in percent of the revenue; null where it is not known. */
  readonly margin: { readonly base: Figure | null; readonly head: Figure | null };
  readonly increase: CustomerImpact | null;
  readonly decrease: CustomerImpact | null;
  /** The stricter of the profile's own on both sides; null: it has none. */
  readonly limits: {
    readonly maxRevenueLoss: Figure | null;
    readonly maxCustomerIncrease: Figure | null;
    readonly minMargin: Figure | null;
  };
  /** Days of notice that it gives (`minLeadTime`). */
  readonly noticeDays: number;
  readonly source: SourceRange;
}

/** The impact of each touched profile that recorded usage was rated by; empty without usage. */
export function impactsOf(
  simulation: Simulation | null,
  base: readonly BillingDocument[],
  touched: readonly BillingDocument[],
): readonly Impact[] {
  if (simulation === null || !simulation.replayed) return [];
  return touched.flatMap((document) => {
    if (document.kind !== 'BillingProfile') return [];
    const impact = simulation.profiles.find(({ id }) => id === document.id);
    const before = base.find(({ kind, id }) => kind === document.kind && id === document.id);
    return impact === undefined ? [] : [impactOf(impact, before, document)];
  });
}

function impactOf(
  { currency, revenue, margin, largest }: ProfileImpact,
  before: BillingDocument | undefined,
  document: BillingDocument,
): Impact {
  const limit = (key: string, stricter: 'least' | 'most') => {
    const given = [before, document].flatMap((side) => amountAt(side?.root, 'limits', key) ?? []);
    const [first, second = first] = given;
    if (first === undefined || second === undefined) return null;
    return percentFigure(first.lt(second) === (stricter === 'least') ? first : second);
  };
  return {
    ...subjectOf(document),
    currency,
    revenue: {
      head: revenue.head && moneyFigure(revenue.head, currency),
      delta: revenue.delta && moneyFigure(revenue.delta, currency),
      percent: figureOf(revenue.percent),
    },
    margin: { base: share(margin, revenue, 'base'), head: share(margin, revenue, 'head') },
    increase: customerImpact(largest.increase),
    decrease: customerImpact(largest.decrease),
    limits: {
      maxRevenueLoss: limit('maxRevenueLossPct', 'least'),
      maxCustomerIncrease: limit('maxTenantIncreasePct', 'least'),
      minMargin: limit('minMarginPct', 'most'),
    },
    noticeDays: leadDaysOf(document),
    source: placeIn(document, 'version'),
  };
}

function share(part: Sides, whole: Sides, side: 'base' | 'head'): Figure | null {
  const [some, all] = [part[side], whole[side]];
  return some === null || all === null ? null : figureOf(percentOf(some, all));
}

function customerImpact(delta: CustomerDelta | null): CustomerImpact | null {
  const percent = figureOf(delta?.revenue.percent ?? null);
  return delta === null || percent === null ? null : { customer: delta.customer, percent };
}

function figureOf(value: Decimal | null): Figure | null {
  return value === null ? null : percentFigure(value);
}
