import { amountAt } from '../../../config/yaml/access.ts';
import { isPositive, ZERO, type Decimal } from '../../../lib/decimal.ts';
import type { CustomerDelta, ProfileEffect, Simulation } from '../../../model/billing/simulation.ts';
import type { Cadence } from '../../../model/billing/terms.ts';
import type { SourceRange } from '../../../model/source.ts';
import type { BillingDocument } from '../../document.ts';
import { leadDaysOf } from '../../diff/dates.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { percentOf } from '../../simulate/sides.ts';
import { moneyFigure, percentFigure, type Figure } from '../figure.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { changeSource } from './change-place.ts';

/** What a customer pays more or less. */
export interface CustomerImpact {
  /** As the report shows the customer. */
  readonly customer: string;
  /** Null: it paid nothing before. */
  readonly percent: Figure | null;
  /** What it pays then. */
  readonly head: Figure;
  /** When, as a sentence has it, if not at the time that the sums are of. */
  readonly when: string | null;
}

/** The lowest of what the revenue changes by, at any time that limits hold at. */
export interface LowestRevenue {
  readonly delta: Figure | null;
  readonly percent: Figure | null;
  readonly when: string | null;
}

/** What a change does to those who have a profile, by recorded usage. */
export interface Impact extends Subject {
  readonly currency: string;
  readonly revenue: {
    readonly head: Figure | null;
    readonly delta: Figure | null;
    readonly percent: Figure | null;
  };
  readonly lowest: LowestRevenue;
  readonly margin: Margin;
  readonly increase: CustomerImpact | null;
  readonly decrease: CustomerImpact | null;
  readonly otherCurrency: ProfileEffect['otherCurrency'];
  /** The stricter of the profile's own on both sides; null: it has none. */
  readonly limits: {
    readonly maxRevenueLoss: Figure | null;
    readonly maxCustomerIncrease: Figure | null;
    readonly minMargin: Figure | null;
  };
  /** Days of notice that the profile gives (`minLeadTime`); null where it stays and customers are bound anew. */
  readonly noticeDays: number | null;
  /** Days that count as notice: a billing period, and no more than a month. */
  readonly noticeNeeded: number;
  /** Null when what changes it stands in no file at head. */
  readonly source: SourceRange | null;
}

/** Contribution margin; null where it is not known. */
export interface Margin {
  /** In percent of the revenue; also null without any revenue. */
  readonly base: Figure | null;
  readonly head: Figure | null;
  /** At head, if each unit cost what it costs at base. */
  readonly headAtBaseCost: Figure | null;
  readonly amounts: { readonly base: Figure | null; readonly head: Figure | null };
}

interface Sources {
  readonly base: Catalogue;
  readonly head: Catalogue;
  readonly now: string;
}

/** The impact on those who have each profile that the change reaches; empty without usage. */
export function impactsOf(
  simulation: Simulation | null,
  sources: Sources,
  touched: readonly BillingDocument[],
): readonly Impact[] {
  return (simulation?.effects ?? []).map((effect) => impactOf(effect, sources, touched));
}

const NOTICE: Readonly<Record<Cadence, number>> = {
  ...{ daily: 1, weekly: 7, monthly: 30, quarterly: 30, yearly: 30 },
};

function impactOf(effect: ProfileEffect, sources: Sources, touched: readonly BillingDocument[]): Impact {
  const { id, currency, revenue, compared: same, otherCurrency } = effect;
  const change = changeSource(id, sources, touched);
  return {
    ...subjectOf({ kind: 'BillingProfile', id }),
    currency,
    revenue: {
      head: revenue.head && moneyFigure(revenue.head, currency),
      delta: same.delta && moneyFigure(same.delta, currency),
      percent: figureOf(same.percent),
    },
    lowest: lowestRevenue(effect),
    margin: marginFigures(effect),
    increase: mostOf(effect, 'increase'),
    decrease: mostOf(effect, 'decrease'),
    otherCurrency,
    limits: limitsOf(id, sources.base, change.document),
    noticeDays: change.isTouched ? leadDaysOf(change.document) : null,
    noticeNeeded: noticeNeeded(id, sources),
    source: change.source,
  };
}

/** By the cadences of both sides, the longer one: shorter billing periods are no less of a reason to tell. */
function noticeNeeded(id: string, { base, head }: Sources): number {
  const cadences = [base, head].flatMap(
    ({ profiles }) => profiles.find(({ terms }) => terms.id === id)?.terms.cadence ?? [],
  );
  return cadences.length === 0 ? NOTICE.monthly : Math.max(...cadences.map((cadence) => NOTICE[cadence]));
}

function limitsOf(id: string, base: Catalogue, document: BillingDocument | undefined): Impact['limits'] {
  const before = base.documents.find((other) => other.kind === 'BillingProfile' && other.id === id);
  const limit = (key: string, stricter: 'least' | 'most') => {
    const given = [before, document].flatMap((side) => amountAt(side?.root, 'limits', key) ?? []);
    const [first, second = first] = given;
    if (first === undefined || second === undefined) return null;
    return percentFigure(first.lt(second) === (stricter === 'least') ? first : second);
  };
  return {
    maxRevenueLoss: limit('maxRevenueLossPct', 'least'),
    maxCustomerIncrease: limit('maxTenantIncreasePct', 'least'),
    minMargin: limit('minMarginPct', 'most'),
  };
}

function marginFigures({ margin, marginAtBaseCost, revenue, currency }: ProfileEffect): Margin {
  const amount = (value: Decimal | null) => value && moneyFigure(value, currency);
  return {
    base: share(margin.base, revenue.base),
    head: share(margin.head, revenue.head),
    headAtBaseCost: share(marginAtBaseCost, revenue.head),
    amounts: { base: amount(margin.base), head: amount(margin.head) },
  };
}

function share(part: Decimal | null, whole: Decimal | null): Figure | null {
  if (part === null || whole === null || !isPositive(whole)) return null;
  return figureOf(percentOf(part, whole));
}

/** At the time of the sums first: at others only what is lower. */
function lowestRevenue({ compared: revenue, otherTimes, currency }: ProfileEffect): LowestRevenue {
  const times = [{ when: null, revenue }, ...otherTimes];
  const [found] = times
    .filter((time) => time.revenue.percent !== null)
    .sort((a, b) => (a.revenue.percent ?? ZERO).cmp(b.revenue.percent ?? ZERO));
  const { delta, percent } = found?.revenue ?? revenue;
  return {
    delta: delta && moneyFigure(delta, currency),
    percent: figureOf(percent),
    when: found?.when ?? null,
  };
}

/** Of all times the customer whose revenue changes most; at the time of the sums where another has no more. */
function mostOf(
  { largest, otherTimes, currency }: ProfileEffect,
  way: 'increase' | 'decrease',
): CustomerImpact | null {
  const sign = way === 'increase' ? 1 : -1;
  let most: CustomerImpact | null = null;
  for (const time of [{ when: null, largest }, ...otherTimes]) {
    const found = customerImpact(time.largest[way], currency, time.when);
    if (found !== null && (most === null || compared(found, most) * sign > 0)) most = found;
  }
  return most;
}

/** Where nothing was paid before there is no percentage: that is above all others. */
function compared({ percent: a }: CustomerImpact, { percent: b }: CustomerImpact): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.value.cmp(b.value);
}

function customerImpact(
  delta: CustomerDelta | null,
  currency: string,
  when: string | null,
): CustomerImpact | null {
  const head = delta?.revenue.head ?? null;
  if (delta === null || head === null) return null;
  const percent = figureOf(delta.revenue.percent);
  return { customer: delta.customer, percent, head: moneyFigure(head, currency), when };
}

function figureOf(value: Decimal | null): Figure | null {
  return value === null ? null : percentFigure(value);
}
