import { ZERO, type Decimal } from '../../lib/decimal.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { CurrencyTotals, CustomerDelta } from '../../model/billing/simulation.ts';

/** So many of the most changed customers are named. */
const MOST_MOVERS = 10;

/** The 10th, 50th and 90th percentile by nearest rank: each is the figure of a customer there is. Null without any. */
export function spreadOf(percents: readonly Decimal[]): CurrencyTotals['spread'] {
  const sorted = [...percents].sort((a, b) => a.cmp(b));
  const rank = (percent: number) => sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
  const [p10, p50, p90] = [rank(10), rank(50), rank(90)];
  return p10 === undefined || p50 === undefined || p90 === undefined ? null : { p10, p50, p90 };
}

/** The customers whose revenue changes most, whichever way; equal ones by id. Who stays the same is none. */
export function moversOf(deltas: readonly CustomerDelta[]): CustomerDelta[] {
  const moved = deltas.filter(({ revenue }) => revenue.delta !== null && !revenue.delta.eq('0'));
  return moved.sort((a, b) => bySize(b, a) || byCodePoint(a.customer, b.customer)).slice(0, MOST_MOVERS);
}

function bySize(a: CustomerDelta, b: CustomerDelta): number {
  return size(a).cmp(size(b));
}

function size({ revenue }: CustomerDelta): Decimal {
  return (revenue.delta ?? ZERO).abs();
}
