import { type Decimal, isPositive, isZero, ZERO } from '../../lib/decimal.ts';
import { settled } from '../../lib/round.ts';
import type { Period } from '../time/periods.ts';
import { converted } from './convert.ts';
import { isLevel } from './level.ts';
import type { Pricer, Reached } from './models/pricer.ts';
import { pricerOf } from './models/pricer-of.ts';
import type { Run } from './runs.ts';
import { byDays, type Share, shareOf } from './share.ts';
import type { SkuPart, SkuUsage } from './sku-part.ts';

/** A part with what its run has come to before it, at its end, and at the end of all parts: all by the terms of the part. */
export interface Stage {
  readonly part: SkuPart;
  readonly pricer: Pricer;
  /** The quantity is a level for the whole period: the amount is taken by days, not what it is made of. */
  readonly level: boolean;
  readonly before: Point | null;
  readonly at: Point;
  readonly end: Point;
}

export interface Point extends Reached {
  /** Of the period, for the least and the most, and for the amount of a level. */
  readonly days: Share | null;
}

/** The stage of a part that is a run of its own. */
export function stageAlone(part: SkuPart, period: Period): Stage {
  const { terms, sku, usage } = part;
  const level = isLevel(sku.meter, terms.cadence);
  const days = sku.proration === 'none' ? null : shareOf([part], period, terms.timezone);
  const share = level ? null : days;
  const at = { billable: billable(part, usage.quantity, byDays(freeOf(part), share)), usage, share, days };
  return { part, pricer: pricerOf(sku), level, before: null, at, end: at };
}

/** The stage of the part at `index`; `totals` is what the run has used at the end of each part. */
export function stageOf(run: Run, index: number, totals: readonly SkuUsage[], period: Period): Stage {
  const part = run[index] ?? run[0];
  const { terms, sku, usage } = part;
  const level = isLevel(sku.meter, terms.cadence);
  const shareTo = (last: number): Share | null =>
    sku.proration === 'none' ? null : shareOf(run.slice(0, last + 1), period, terms.timezone);
  const last = run.length - 1;
  const whole = shareTo(last);
  const free = byDays(freeOf(part), level ? null : whole);
  const point = (place: number): Point => {
    const total = totals[place] ?? usage;
    const days = place === last ? whole : shareTo(place);
    return { billable: billable(part, total.quantity, free), usage: total, share: level ? null : days, days };
  };
  const at = point(index);
  const before = index === 0 ? null : point(index - 1);
  return { part, pricer: pricerOf(sku), level, before, at, end: index === last ? at : point(last) };
}

/** What usage up to a point costs by the model: settled, so that parts are together still what all of it costs. */
export function priced({ pricer, level, end }: Stage, at: Point): Decimal {
  const amount = pricer.amount(at, end);
  return settled(level ? byDays(amount, at.days) : amount);
}

/** The same within least and most. A least is due without any usage too. */
export function due(stage: Stage, at: Point): Decimal {
  const { minAmount, maxAmount } = stage.part.sku;
  let amount = priced(stage, at);
  if (minAmount !== null) {
    const least = settled(byDays(minAmount, at.days));
    if (amount.lt(least)) amount = least;
  }
  if (maxAmount !== null) {
    const most = settled(byDays(maxAmount, at.days));
    if (amount.gt(most)) amount = most;
  }
  return amount;
}

/** What a whole period has free: the SKU's own, and by discounts. */
export function freeOf({ sku, freeQuantity }: SkuPart): Decimal {
  return isZero(freeQuantity) ? sku.freeQuantity : sku.freeQuantity.plus(freeQuantity);
}

function billable({ sku }: SkuPart, quantity: Decimal, free: Decimal): Decimal {
  const priced = converted(quantity, sku.convert);
  // Most have none, and there are millions of them.
  const rest = isZero(free) ? priced : priced.minus(free);
  return isPositive(rest) ? rest : ZERO;
}
